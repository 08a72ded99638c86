import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linesOf } from '../../src/lines.ts';

/** By the definition: a line ends with LF, CR or both. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\n|\r(?!$)/);
  // A CR right before the offset has ended its line unless its LF is still to come.
  const last = before.at(-1) ?? '';
  if (!last.endsWith('\r')) return { line: before.length, column: last.length + 1 };
  return text[offset] === '\n'
    ? { line: before.length, column: last.length + 1 }
    : { line: before.length + 1, column: 1 };
}

it('finds the line and column of every offset, whatever ends the lines', () => {
  const text = fc
    .array(fc.constantFrom('\r', '\n', '\r\n', 'a', 'ბგ', ''), { maxLength: 12 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (given) => {
      const lines = linesOf(given);
      for (let offset = 0; offset <= given.length; offset += 1)
        expect(lines.at(offset), JSON.stringify([given, offset])).toEqual(placeOf(given, offset));
    }),
    { numRuns: 300, seed: 1 },
  );
});
