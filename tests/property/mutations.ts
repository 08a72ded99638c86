/** Files that were good once: bytes and words of them changed at random. */
import fc from 'fast-check';

/** A place is a share of the file, so that it can be told before the file is known. */
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

interface Change {
  readonly at: number;
  readonly cut: number;
  readonly put: Uint8Array;
}
const change = (put: fc.Arbitrary<Uint8Array>, most: number): fc.Arbitrary<Change> =>
  fc.record({ at: place, cut: fc.integer({ min: 0, max: most }), put });

const encoder = new TextEncoder();

/** A file with up to three changes: bytes of any kind, or one of the words that its format gives a meaning. */
export function mutated(file: Uint8Array, words: readonly string[]): fc.Arbitrary<Uint8Array> {
  const anything = change(fc.uint8Array({ maxLength: 4 }), 8);
  const telling = change(
    fc.constantFrom(...words).map((word) => encoder.encode(word)),
    20,
  );
  const moved = fc.tuple(place, place, fc.integer({ min: 1, max: 400 })).map(([at, from, length]): Change => {
    const start = Math.floor(from * file.length);
    return { at, cut: 0, put: file.subarray(start, start + length) };
  });
  const lost = fc.record({ at: place, cut: fc.integer({ min: 1, max: 4000 }), put: fc.constant(new Uint8Array()) });
  const one = fc.oneof({ weight: 2, arbitrary: anything }, { weight: 5, arbitrary: telling }, moved, lost);
  return fc
    .array(one, { minLength: 1, maxLength: 3 })
    .map((changes) => changes.reduce<Uint8Array>((bytes, next) => apply(bytes, next), file));
}

function apply(bytes: Uint8Array, { at, cut, put }: Change): Uint8Array {
  const start = Math.floor(at * bytes.length);
  const whole = new Uint8Array([...bytes.subarray(0, start), ...put, ...bytes.subarray(start + cut)]);
  return whole;
}

/** A JSON value with one of its parts replaced. */
export function replaced(document: unknown, values: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...pathsIn(document)), values)
    .map(([path, value]) => JSON.stringify(withValue(document, path, value), null, 1) ?? '');
}

type Path = readonly string[];

function pathsIn(value: unknown): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([key, each]) => pathsIn(each).map((rest) => [key, ...rest]))];
}

function withValue(document: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const copy: unknown = Array.isArray(document) ? [...document] : { ...Object(document) };
  Reflect.set(Object(copy), key, withValue(Reflect.get(Object(document), key), rest, value));
  return copy;
}
