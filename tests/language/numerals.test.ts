/** Numbers and money by code point: `␣` stands here for the no-break space, which no eye tells from a space. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/language/en.ts';
import { ka } from '../../src/language/ka.ts';
import {
  decimalsIn,
  formatMoney,
  formatNumber,
  formatPercent,
  formatShare,
  machineNumber,
} from '../../src/language/numerals.ts';

const seen = (text: string) => text.replaceAll('\u00A0', '␣');
const places = (count: number) => ({ least: count, most: count });

describe('numbers', () => {
  test.each([
    [0, '0', '0'],
    [7, '7', '7'],
    [1234, '1␣234', '1,234'],
    [12345, '12␣345', '12,345'],
    [1234567, '1␣234␣567', '1,234,567'],
    [25000.5, '25␣000,5', '25,000.5'],
    [0.5, '0,5', '0.5'],
    [1.005, '1,005', '1.005'],
    [2.34567, '2,34567', '2.34567'],
    [0.1 + 0.2, '0,3', '0.3'],
    [1e-7, '0,0000001', '0.0000001'],
    [-1234, '\u22121␣234', '\u22121,234'],
    [-0.0001, '\u22120,0001', '\u22120.0001'],
    [-1e-12, '0', '0'],
    [-0, '0', '0'],
    [1e21, '1␣000␣000␣000␣000␣000␣000␣000', '1,000,000,000,000,000,000,000'],
  ])('%d', (value, inGeorgian, inEnglish) => {
    expect(seen(formatNumber(value, ka))).toBe(inGeorgian);
    expect(seen(formatNumber(value, en))).toBe(inEnglish);
  });

  test.each([
    [4, 1, '4,0', '4.0'],
    [1.005, 2, '1,01', '1.01'],
    [2.5, 0, '3', '3'],
    [-2.5, 0, '\u22123', '\u22123'],
    [99999.995, 2, '100␣000,00', '100,000.00'],
  ])('%d with %d places', (value, count, inGeorgian, inEnglish) => {
    expect(seen(formatNumber(value, ka, places(count)))).toBe(inGeorgian);
    expect(seen(formatNumber(value, en, places(count)))).toBe(inEnglish);
  });

  test.each([
    [0.86, '86␣%', '86%'],
    [0.125, '13␣%', '13%'],
    [1.03, '103␣%', '103%'],
    [0.145, '15␣%', '15%'],
    [0.29, '29␣%', '29%'],
    [12.5, '1␣250␣%', '1,250%'],
    [0, '0␣%', '0%'],
    [1, '100␣%', '100%'],
    [0.004, '0,4␣%', '0.4%'],
    [0.996, '99,6␣%', '99.6%'],
    [0.99996, '99,996␣%', '99.996%'],
    [1.004, '100,4␣%', '100.4%'],
    [-0.0001, '\u22120,01␣%', '\u22120.01%'],
  ])('%d as percent', (share, inGeorgian, inEnglish) => {
    expect(seen(formatShare(share, ka))).toBe(inGeorgian);
    expect(seen(formatShare(share, en))).toBe(inEnglish);
  });
  test.each([
    [12.5, '12,5␣%', '12.5%'],
    [0.4, '0,4␣%', '0.4%'],
    [-4.5, '\u22124,5␣%', '\u22124.5%'],
    [86, '86␣%', '86%'],
  ])('%d is a percentage with what decimals it has', (percent, inGeorgian, inEnglish) => {
    expect(seen(formatPercent(percent, ka))).toBe(inGeorgian);
    expect(seen(formatPercent(percent, en))).toBe(inEnglish);
  });
  test.each([
    [0, 0],
    [-0, 0],
    [12.5, 1],
    [0.1 + 0.2, 1],
    [1e21, 0],
    [1e-7, 7],
    [1.5e-7, 8],
    [123456.78, 2],
    [1 / 3, 10],
  ])('%d has %d decimals', (value, count) => expect(decimalsIn(value)).toBe(count));

  test('percent with places', () => expect(seen(formatShare(0.1234, ka, places(1)))).toBe('12,3␣%'));

  test.each([
    [0.8583, '0.8583'],
    [1e-7, '0.0000001'],
    [-2.5, '-2.5'],
    [1e21, '1000000000000000000000'],
    [0.1 + 0.2, '0.3'],
    [-1e-12, '0'],
  ])('%d for machines', (value, text) => expect(machineNumber(value)).toBe(text));
});

describe('money', () => {
  test.each([
    [25000.5, 'GEL', '25␣000,50␣₾', 'GEL␣25,000.50'],
    [3250000.5, 'EUR', '3␣250␣000,50␣€', 'EUR␣3,250,000.50'],
    [1234, 'USD', '1␣234␣$', 'USD␣1,234'],
    [12, 'CHF', '12␣CHF', 'CHF␣12'],
    [0.005, 'GEL', '0,005␣₾', 'GEL␣0.005'],
    [0.1 + 0.2, 'GEL', '0,30␣₾', 'GEL␣0.30'],
  ])('%d %s', (value, currency, inGeorgian, inEnglish) => {
    expect(seen(formatMoney(value, currency, ka))).toBe(inGeorgian);
    expect(seen(formatMoney(value, currency, en))).toBe(inEnglish);
  });
  test('with places', () => expect(seen(formatMoney(1234, 'GEL', ka, places(2)))).toBe('1␣234,00␣₾'));
});

describe('beside Intl.NumberFormat', () => {
  const number = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 })).map(([n, by]) => n / 10 ** by),
    fc.integer(),
  );

  test('each number has the same digits', () => {
    fc.assert(
      fc.property(number, fc.nat(10), fc.nat(10), (value, least, more) => {
        const most = Math.min(least + more, 10);
        const options = { minimumFractionDigits: least, maximumFractionDigits: most, signDisplay: 'negative' as const };
        const theirs = new Intl.NumberFormat('en', options).format(value).replace('-', '\u2212');
        expect(formatNumber(value, en, { least, most })).toBe(theirs);
        const plain = new Intl.NumberFormat('en', { maximumFractionDigits: most, useGrouping: false });
        expect(machineNumber(value, most)).toBe(plain.format(value).replace(/^-(?=[0.]+$)/, ''));
      }),
      { numRuns: 2000 },
    );
  });
});
