/**
 * Remembers what was made last: at least `most` answers, at most twice as many. When the newer half is full the older is
 * forgotten.
 */
export function rememberRecent<Key, Made>(most: number, make: (key: Key) => Made): (key: Key) => Made {
  let recent = new Map<Key, Made>();
  let before = recent;
  return (key) => {
    const known = recent.get(key);
    if (known !== undefined) return known;
    if (recent.size >= most) {
      before = recent;
      recent = new Map();
    }
    const made = before.get(key) ?? make(key);
    recent.set(key, made);
    return made;
  };
}
