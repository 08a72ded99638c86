/**
 * Methods that V8 puts into a context when it is started, and not yet while Node.js 20 builds a snapshot. They stand in until
 * then, and must be gone by then: V8 stops at a name that is there.
 */
type Method = (this: readonly unknown[], ...given: never[]) => unknown;

const methods: Readonly<Record<string, Method>> = {
  toReversed() {
    return [...this].reverse();
  },
  toSorted(compare?: (a: unknown, b: unknown) => number) {
    return [...this].sort(compare);
  },
  toSpliced(...given: [number, number, ...unknown[]]) {
    const copy = [...this];
    copy.splice(...given);
    return copy;
  },
  with(index: number, value: unknown) {
    const copy = [...this];
    copy[index < 0 ? index + copy.length : index] = value;
    return copy;
  },
};

const missing = Object.entries(methods).filter(([name]) => !(name in Array.prototype));
for (const [name, value] of missing)
  Object.defineProperty(Array.prototype, name, { value, configurable: true, writable: true });

export function takeAwayStandIns(): void {
  for (const [name] of missing) Reflect.deleteProperty(Array.prototype, name);
}
