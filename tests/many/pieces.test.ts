/** Manifests are cut into records the same, however the file comes in. */
import { describe, expect, it } from 'vitest';
import { type Cutter, Cutting, itemCutter, lineCutter, rowCutter } from '../../src/many/pieces.ts';

type Cut = readonly (readonly [text: string, line: number, column: number])[];

function cut(cutter: Cutter, text: string, size: number, limit?: number): Cut {
  const cutting = new Cutting(cutter, limit);
  const bytes = new TextEncoder().encode(text);
  const pieces = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(...cutting.feed(bytes.subarray(at, at + size)));
  const last = cutting.end();
  if (last !== null) pieces.push(last);
  return pieces.map(({ bytes: own, line, column, isTooLong }) => [
    isTooLong ? 'too long' : new TextDecoder().decode(own),
    line,
    column,
  ]);
}

const cases: readonly (readonly [name: string, cutter: () => Cutter, text: string, pieces: Cut])[] = [
  [
    'lines',
    lineCutter,
    '{"a":1}\n\r\n{"ა":"🙂"}\r\n{}',
    [
      ['{"a":1}', 1, 1],
      ['', 2, 1],
      ['{"ა":"🙂"}', 3, 1],
      ['{}', 4, 1],
    ],
  ],
  [
    'rows with a line end in a cell',
    () => rowCutter(0x3b),
    'a;"b\n""c;"\r\n5" pipe;d\n"x"',
    [
      ['a;"b\n""c;"', 1, 1],
      ['5" pipe;d', 3, 1],
      ['"x"', 4, 1],
    ],
  ],
  [
    'items',
    () => itemCutter().cut,
    ' [ {"ა,]": "\\"]"}, [1, {"b": [] }] ,\n  2]',
    [
      ['{"ა,]": "\\"]"}', 1, 4],
      ['[1, {"b": [] }] ', 1, 20],
      ['2', 2, 3],
    ],
  ],
  ['a list without items', () => itemCutter().cut, '[ ]', [['', 1, 3]]],
  [
    'a comma too many',
    () => itemCutter().cut,
    '[1,,2,]',
    [
      ['1', 1, 2],
      ['', 1, 4],
      ['2', 1, 5],
      ['', 1, 7],
    ],
  ],
  ['no list', () => itemCutter().cut, '{"a": 1}\n', [['{"a": 1}\n', 1, 1]]],
  [
    'text after a list',
    () => itemCutter().cut,
    '[1] x',
    [
      ['1', 1, 2],
      ['x', 1, 5],
    ],
  ],
];

describe('the same pieces and places by any chunks', () => {
  it.each(cases)('%s', (_, cutter, text, pieces) => {
    for (const size of [1, 2, 3, 7, 1000]) expect(cut(cutter(), text, size)).toEqual(pieces);
  });
});

it('lets go of what is too long, and goes on behind it', () => {
  const text = `{}\n"${'x'.repeat(5000)}"\n{"a":1}\n`;
  for (const size of [1, 100, 10_000])
    expect(cut(lineCutter(), text, size, 1000)).toEqual([
      ['{}', 1, 1],
      ['too long', 2, 1],
      ['{"a":1}', 3, 1],
    ]);
});
