/** Numbers, money and dates by code point: `␣` stands here for the no-break space, which no eye tells from a space. */
import { describe, expect, test } from 'vitest';
import { lang } from '../../src/model/build.ts';
import type { Lang } from '../../src/model/document.ts';
import {
  decimalsIn,
  formatDate,
  formatMoney,
  formatNumber,
  formatPercent,
  formatPeriod,
  formatShare,
  isDay,
  machineNumber,
} from '../../src/language/numerals.ts';

function l(tag: string): Lang {
  const made = lang(tag);
  if (made === null) throw new Error(tag);
  return made;
}
const [ka, en] = [l('ka'), l('en')];
const seen = (text: string | null) => text?.replaceAll('\u00A0', '␣') ?? null;
const places = (count: number) => ({ least: count, most: count });

describe('numbers', () => {
  test.each([
    [0, '0', '0'],
    [7, '7', '7'],
    [1234, '1234', '1,234'],
    [12345, '12␣345', '12,345'],
    [1234567, '1␣234␣567', '1,234,567'],
    [25000.5, '25␣000,5', '25,000.5'],
    [0.5, '0,5', '0.5'],
    [1.005, '1,005', '1.005'],
    [2.34567, '2,34567', '2.34567'],
    [0.1 + 0.2, '0,3', '0.3'],
    [1e-7, '0,0000001', '0.0000001'],
    [-1234, '\u22121234', '\u22121,234'],
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
    [12.5, '1250␣%', '1,250%'],
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
    [1234, 'USD', '1234␣$', 'USD␣1,234'],
    [12, 'CHF', '12␣CHF', 'CHF␣12'],
    [0.005, 'GEL', '0,01␣₾', 'GEL␣0.01'],
  ])('%d %s', (value, currency, inGeorgian, inEnglish) => {
    expect(seen(formatMoney(value, currency, ka))).toBe(inGeorgian);
    expect(seen(formatMoney(value, currency, en))).toBe(inEnglish);
  });
  test('with places', () => expect(seen(formatMoney(1234, 'GEL', ka, places(2)))).toBe('1234,00␣₾'));
});

describe('dates', () => {
  test.each([
    ['2026-11-22', 'day', '22 ნოემბერი, 2026', '22 November 2026'],
    ['2020-07-14', 'day', '14 ივლისი, 2020', '14 July 2020'],
    ['2026-01-05', 'month', 'იანვარი, 2026', 'January 2026'],
    ['2026-01', 'day', 'იანვარი, 2026', 'January 2026'],
    ['2026-01-05', 'short', '05.01.2026', '5 Jan 2026'],
    ['2026-05-31', 'axis', 'მაისი', 'May'],
    ['2026-09-01', 'axis', 'სექტ.', 'Sep'],
    ['2026-09-01', 'year', '2026', '2026'],
  ] as const)('%s as %s', (iso, form, inGeorgian, inEnglish) => {
    expect(seen(formatDate(iso, ka, form))).toBe(inGeorgian);
    expect(seen(formatDate(iso, en, form))).toBe(inEnglish);
  });

  test('the months are those of Intl, in both languages', () => {
    for (const [own, tag] of [
      [ka, 'ka'],
      [en, 'en-GB'],
    ] as const)
      for (let month = 1; month <= 12; month += 1) {
        const iso = `2026-${String(month).padStart(2, '0')}-15`;
        const name = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' }).format(new Date(iso));
        expect(formatDate(iso, own)).toContain(name);
      }
  });

  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '', 'yesterday', '2026-01-01T00:00'])(
    '%j is none',
    (iso) => {
      expect(formatDate(iso, ka)).toBeNull();
      expect(formatPeriod(iso, '2026-12-31', ka)).toBeNull();
      expect(isDay(iso)).toBe(false);
    },
  );

  test.each([
    ['2026-01-05', '2026-03-31', 'day', '5 იანვარი – 31 მარტი, 2026', '5 January – 31 March 2026'],
    ['2026-06-05', '2026-06-30', 'day', '5–30 ივნისი, 2026', '5–30 June 2026'],
    ['2025-01-01', '2027-12-31', 'day', '1 იანვარი, 2025 – 31 დეკემბერი, 2027', '1 January 2025 – 31 December 2027'],
    ['2026-06-05', '2026-06-05', 'day', '5 ივნისი, 2026', '5 June 2026'],
    ['2026-01-01', '2026-03-31', 'month', 'იანვარი–მარტი, 2026', 'January–March 2026'],
    ['2026-03-01', '2026-03-31', 'month', 'მარტი, 2026', 'March 2026'],
    ['2025-11-01', '2026-03-31', 'month', 'ნოემბერი, 2025 – მარტი, 2026', 'November 2025 – March 2026'],
    ['2025-01-01', '2027-12-31', 'year', '2025–2027', '2025–2027'],
  ] as const)('from %s to %s by %s', (start, end, form, inGeorgian, inEnglish) => {
    expect(seen(formatPeriod(start, end, ka, form))).toBe(inGeorgian);
    expect(seen(formatPeriod(start, end, en, form))).toBe(inEnglish);
  });
});
