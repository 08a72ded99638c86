/** The report for people: pages with findings at their places, and plates, from our own reading. */
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/language/languages.ts';
import { inspect } from '../../src/preflight/preflight.ts';
import { reportOn } from '../../src/ticket/report/report.ts';
import { good, printPdf } from './make.ts';

/** 400 % of ink, 20 points wide, 40 and 60 points from the lower left of the sheet. */
const heavy = printPdf({ content: `${good}\n1 1 1 1 k 40 60 20 20 re f` });

async function report(bytes: Uint8Array, lang = 'en'): Promise<string> {
  const inspection = await inspect(bytes);
  return reportOn({ name: 'a <b>.pdf', inspection, limit: 300, language: languageOf(lang) });
}

describe('the report of preflight', async () => {
  const html = await report(heavy);

  it('marks each finding at its place, by the number that the list has', () => {
    expect(html).toContain('href="#page-1"');
    expect(html).toMatch(/<li value="(\d+)"><a href="#finding-\1">Error<\/a>: .*400 % of ink/);
    // 60 points up and 40 along are 14.1 mm from the left, in tenths of a millimetre of the bleed.
    const [, x] = /class="mark" transform="translate\((\d+) \d+\)"/.exec(html) ?? [];
    expect(Number(x)).toBeGreaterThan(100);
    expect(html).toContain('Page 1 as it is printed. Numbers mark where findings are.');
  });

  it('shows each plate and how much ink lies where, in words too', () => {
    for (const ink of ['Cyan', 'Magenta', 'Yellow', 'Black']) expect(html).toContain(`alt="${ink}, Page 1"`);
    expect(html).toMatch(/Ink in one place, at most 400%/);
    expect(html).toContain('more than 300%');
    expect(html.match(/<img /g)).toHaveLength(5);
  });

  it('shows in small text the ink of its letters, and not what they cover of a dot', async () => {
    const content =
      '0 0 0 0.2 k 0 0 400 400 re f 1 0.8 0.6 0 k BT /F1 5 Tf 60 180 Td (Small words in three inks) Tj ET';
    const small = await report(printPdf({ content }));
    expect(small).toMatch(/Ink in one place, at most 240%/);
    expect(small).toMatch(/Cyan[^<]*100%/);
  });

  it('is HTML without errors, without scripts and without anything from elsewhere', () => {
    const errors: string[] = [];
    parse(html, { onParseError: ({ code }) => errors.push(code) });
    expect(errors).toEqual([]);
    expect(html).not.toMatch(/<script|https?:|<b>/);
  });

  it('is the same each time, and speaks Georgian of a Georgian file', async () => {
    expect(await report(heavy)).toBe(html);
    expect(await report(heavy, 'ka')).toContain('<html lang="ka">');
  });

  it('says that nothing was found where nothing was', async () => {
    const clean = await report(printPdf());
    expect(clean).toContain('Nothing is marked.');
    expect(clean).not.toContain('class="mark"');
  });
});
