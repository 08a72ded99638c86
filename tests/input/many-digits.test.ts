/** Numbers with more digits than a number keeps are refused: the last ones would be others, without a word. */
import { expect, it } from 'vitest';
import { type NumberPlace, readNumber } from '../../src/input/bring/number.ts';

const place: NumberPlace = {
  decimal: ',',
  unit: 'number',
  decimals: null,
  isPointInThousands: false,
  unitField: null,
};

it.each([
  ['99999999999999999999', null],
  ['1234567890123456,78', null],
  ['123456789012345', 123456789012345],
  ['100000000000000000000', 1e20],
  ['0,000000000000000001', 1e-18],
])('%s', (text, number) => {
  const read = readNumber(text, place);
  expect(typeof read === 'number' ? read : null).toBe(number);
});
