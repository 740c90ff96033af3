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

/** The same for what comes again and again among much that does not: with `most` things remembered it begins anew. */
export function onceOfMany<Value>(most: number, workOut: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = workOut(text);
      if (known.size >= most) known.clear();
      known.set(text, value);
    }
    return value;
  };
}
