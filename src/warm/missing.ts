/**
 * Stand-ins while a snapshot is built. Methods that V8 puts into a context when it is started, and with Node.js 20 not before: they
 * must be gone by then, since V8 stops at a name that is there. And decoders that packages keep, which no snapshot can hold. And what
 * Node.js 26 does with `using`, for which a context has nothing before it is started either: the process breaks off.
 */
import { statSync } from 'node:fs';
import promises from 'node:fs/promises';

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

const Decoder = globalThis.TextDecoder;

/** For whole texts: each is decoded by a decoder of its own, then and later. */
class PassingDecoder {
  readonly #given: ConstructorParameters<typeof Decoder>;

  constructor(...given: ConstructorParameters<typeof Decoder>) {
    this.#given = given;
  }

  decode(...text: Parameters<InstanceType<typeof Decoder>['decode']>): string {
    return new Decoder(...this.#given).decode(...text);
  }
}
Object.assign(globalThis, { TextDecoder: PassingDecoder });

const { stat } = promises;
Object.assign(promises, { stat: async (file: string) => statSync(file) });

export function takeAwayStandIns(): void {
  Object.assign(promises, { stat });
  Object.assign(globalThis, { TextDecoder: Decoder });
  for (const [name] of missing) Reflect.deleteProperty(Array.prototype, name);
}
