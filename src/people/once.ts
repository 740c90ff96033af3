/** Works each thing out once and remembers it, as long as whoever asks is kept. */
export function once<Key, Value extends object | number>(workOut: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = workOut(key);
      known.set(key, value);
    }
    return value;
  };
}
