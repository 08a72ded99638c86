/** What is made once, when it is first asked for. */
import { startupSnapshot } from 'node:v8';

/**
 * For what takes time to make and belongs to the process, as `Intl` objects do: a start-up snapshot of V8 cannot hold them, so
 * while one is built they are made anew each time.
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    if (startupSnapshot.isBuildingSnapshot()) return make();
    made ??= { value: make() };
    return made.value;
  };
}

/** For what is found or made of a thing, and asked for again and again: once for each, and gone with it. */
export function onceEach<K extends object, T extends NonNullable<unknown> | null>(find: (of: K) => T): (of: K) => T {
  const found = new WeakMap<K, T>();
  return (of) => {
    const known = found.get(of);
    if (known !== undefined) return known;
    const value = find(of);
    found.set(of, value);
    return value;
  };
}
