/** Dates and periods by code point: `␣` stands here for the no-break space, which no eye tells from a space. */
import { describe, expect, test } from 'vitest';
import { formatDate, formatPeriod, isDay } from '../../src/language/dates.ts';
import { en } from '../../src/language/en.ts';
import { ka } from '../../src/language/ka.ts';

const seen = (text: string | null) => text?.replaceAll('\u00A0', '␣') ?? null;

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
    ['2026-03-01', '2026-03-31', 'span', 'მარტი, 2026', 'March 2026'],
    ['2024-02-01', '2024-02-29', 'span', 'თებერვალი, 2024', 'February 2024'],
    ['2026-02', '2026-03', 'span', 'თებერვალი–მარტი, 2026', 'February–March 2026'],
    ['2024-02-01', '2024-02-28', 'span', '1–28␣თებერვალი, 2024', '1–28␣February 2024'],
    ['2026-03-02', '2026-03-05', 'span', '2–5␣მარტი, 2026', '2–5␣March 2026'],
    ['2026-03-27', '2026-03-31', 'span', '27–31␣მარტი, 2026', '27–31␣March 2026'],
    ['2025-03-02', '2026-02-12', 'span', '2␣მარტი, 2025 – 12␣თებერვალი, 2026', '2␣March 2025 – 12␣February 2026'],
    ['2025-01-01', '2027-12-31', 'year', '2025–2027', '2025–2027'],
  ] as const)('from %s to %s by %s', (start, end, form, inGeorgian, inEnglish) => {
    expect(seen(formatPeriod(start, end, ka, form))).toBe(inGeorgian);
    expect(seen(formatPeriod(start, end, en, form))).toBe(inEnglish);
  });
});
