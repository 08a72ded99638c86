/** Values that texts take from the data (`src/input/references.ts`). */
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { loadData } from '../../src/input/load.ts';
import { withReferences } from '../../src/input/references.ts';
import { readJson } from '../../src/json/json.ts';
import { decode } from '../../src/json/source.ts';
import { Datum } from '../../src/model/datum.ts';
import { openWorld, packageRoot } from '../../src/world.ts';

async function textIn(lang: 'ka' | 'en', ...steps: (string | number)[]): Promise<unknown> {
  const report = new Report();
  const world = await openWorld(path.join(packageRoot, 'tests/fixtures/data'));
  const loaded = await loadData('pass/values.json', world, report);
  expect(report.diagnostics).toEqual([]);
  const tree = loaded?.localize(loaded.languages.find((each) => each === lang) ?? (loaded.languages[0] as never));
  const found = steps.reduce<unknown>((node, key) => Reflect.get(Object(node), key), tree);
  return found instanceof Datum ? found.value : found;
}

const text = ['sections', 0, 'blocks', 0, 'text'] as const;

it('writes numbers and days as each language does, by path, by place and by a field of a record', async () => {
  expect(await textIn('en', ...text)).toBe('**1,250** officers, 2.50 minutes, 23 November 2026, \\{value=date}.');
  expect(await textIn('ka', ...text)).toBe('**1\u00A0250** ოფიცერი, 2,50 წუთი, 23 ნოემბერი, 2026, \\{value=date}.');
  expect(await textIn('en', 'title')).toBe('Title: 2,000');
});

const titled = (title: string) => {
  const data = {
    title: { en: title },
    figures: [{ value: 1250 }],
    start: '2026-11-23',
    money: { currency: 'EUR', agreed: 3_250_000, lines: [{ share: 12.5 }] },
    words: '**[a](https://x.example)**',
  };
  const report = new Report();
  const source = decode(new TextEncoder().encode(JSON.stringify(data)), 'a.json', report);
  const json = source && readJson(source, report);
  if (json === null) throw new Error('no data');
  const texts = [{ path: ['title'], texts: { en: title }, rich: false, block: false }];
  const filled = withReferences(json, { data: data as never, texts }, report);
  return {
    report,
    value: filled === null ? null : Reflect.get(Object(Reflect.get(Object(filled.value), 'title')), 'en'),
  };
};

it('takes no words, so that no text of the data becomes marks elsewhere', () => {
  const { value, report } = titled('Of {value=words}');
  expect(value).toBeNull();
  expect(report.diagnostics.map(({ code, at }) => [code, at?.column])).toEqual([['value-reference', 20]]);
});

it('writes amounts with the currency around them, shares, months and years where it is asked to', () => {
  expect(titled('{value=money.agreed as money}').value).toBe('EUR\u00A03,250,000');
  expect(titled('{value=money.lines[0].share as percent}; {value=money.lines[share=12.5].share as money}').value).toBe(
    '12.5%; EUR\u00A012.50',
  );
  expect(titled('{value=start as month}, {value=start as year}').value).toBe('November 2026, 2026');
});

it('shows a sign that is meant as it is, without its backslash where no marks are', () => {
  expect(titled('\\{value=figures[0].value}').value).toBe('{value=figures[0].value}');
});

it('gives digits or a finding for whatever stands between its braces, and never fails', () => {
  const path = fc.array(
    fc.constantFrom(
      'figures',
      'figure',
      '[0]',
      '.0',
      '[1]',
      '.value',
      '.',
      '[value=1250]',
      '__proto__',
      'constructor',
      ' as money',
      ' as ',
      '$',
      '[',
      ']',
      '*',
    ),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(path, (parts) => {
      const { value, report } = titled(`{value=${parts.join('')}}`);
      if (value === null) expect(report.diagnostics.every(({ hints }) => hints.length > 0)).toBe(true);
      else expect(value).toBe('1,250');
    }),
    { numRuns: 300, seed: 7 },
  );
});
