import { describe, expect, it } from 'vitest';
import { type Diagnostic, Report } from '../../src/diagnostics.ts';
import { currency } from '../../src/input/kinds/values.ts';
import { loadData } from '../../src/input/load.ts';
import { fixFor } from '../../src/studio/fixes.ts';
import { apart, withFix } from '../../src/studio/page/mend.ts';
import type { CertainFix } from '../../src/studio/protocol.ts';
import { openWorld, packageRoot } from '../../src/world.ts';

const file = 'data/document/a.json';
const at = (path: string) => ({ file, line: 1, column: 1, path });
const found = (code: string, path: string, more: Partial<Diagnostic> = {}) => ({
  code,
  at: at(path),
  related: [],
  ...more,
});

const fixed = (code: string, text: string, lang = 'en') =>
  written(fixFor(found(code, `$.title.${lang}`), file, { title: { [lang]: text } }));

function written(fix: CertainFix | null): unknown {
  const [edit] = fix?.edits ?? [];
  return edit !== undefined && 'value' in edit ? edit.value : undefined;
}

describe('certain mends', () => {
  it.each([
    ['hyphen-as-dash', 'a - b', 'a – b'],
    ['missing-space', 'people,families;towns 2,5', 'people, families; towns 2,5'],
    ['hyphen-in-range', '2024-2026, 577-25-25, 5-3', '2024–2026, 577-25-25, 5-3'],
    ['three-dots', 'wait... no....', 'wait… no....'],
    ['straight-apostrophe', "the mission's", 'the mission’s'],
    ['space-before-mark', 'so , it is .', 'so, it is.'],
    ['double-space', 'a \u00a0b', 'a\u00a0b'],
    ['heading-colon', 'Overview:', 'Overview'],
    ['soft-hyphen', 'mi\u00adgration', 'migration'],
    ['ascii-quotes', 'the "road" here', 'the “road” here'],
  ])('%s', (code, before, after) => {
    expect(fixed(code, before)).toBe(after);
  });

  it('writes the marks of the language', () => {
    expect(fixed('ascii-quotes', '"ab" და "cd"', 'ka')).toBe('„ab“ და „cd“');
    expect(fixed('closing-quote', '„ab”', 'ka')).toBe('„ab“');
  });

  it('leaves addresses and languages of marks as they are', () => {
    const text = '[a - b](https://x.org/a,b - c){lang=en} https://x.org/a,b x,y';
    expect(fixed('missing-space', text)).toBe('[a - b](https://x.org/a,b - c){lang=en} https://x.org/a,b x, y');
  });

  it('offers none where it is not certain', () => {
    expect(fixed('ascii-quotes', 'a "b')).toBeUndefined();
    expect(fixed('ascii-quotes', 'a"b" c')).toBeUndefined();
    expect(fixed('cut-sentence', 'a - b')).toBeUndefined();
    expect(fixFor(found('missing-space', '$.title.en'), file, { title: {} })).toBeNull();
    expect(fixFor({ code: 'missing-space', at: null, related: [] }, file, {})).toBeNull();
    expect(fixFor(found('missing-space', '$.t'), 'data/document/other.json', { t: 'a,b' })).toBeNull();
  });

  it('shows the words that change', () => {
    expect(fixFor(found('missing-space', '$.t'), file, { t: 'for people,families - here' })).toEqual({
      edits: [{ path: '$.t', of: 'for people,families - here', value: 'for people, families - here' }],
      does: 'words',
      was: 'people,families',
      now: 'people, families',
    });
  });

  it('puts the source, marked, in the place of a translation', () => {
    const data = { languages: ['en', 'ka'], title: { en: 'Title' }, lead: { en: ' ', ka: '' } };
    const fix = fixFor(found('missing-translation', '$.title.ka'), file, data);
    expect(fix).toMatchObject({ does: 'stub', was: 'en' });
    expect(fix && JSON.parse(withFix(JSON.stringify(data), fix, ['en', 'ka'])).title).toEqual({
      en: 'Title',
      ka: '[en] Title',
    });
    expect(fixFor(found('blank-text', '$.lead.ka'), file, data)).toBeNull();
  });

  it('mends all texts that one finding names', () => {
    const data = { a: 'x\u200by', b: ['p\u2009q', 'fine'] };
    const others = { related: ['$.b[0]', '$.b[1]'].map((path) => ({ at: at(path), message: '' })) };
    const fix = fixFor(found('pasted-characters', '$.a', others), file, data);
    expect(fix && withFix(JSON.stringify(data), fix, [])).toBe('{"a":"xy","b":["p q","fine"]}');
  });

  it.each([
    ['mixed-letters', 'Sаfe road', 'Safe road', 'en'],
    ['mtavruli', 'Ჰარი და ᲒᲖᲐ', 'ჰარი და გზა', 'ka'],
  ])('%s: letters of the word', (code, before, after, lang) => {
    expect(fixed(code, before, lang)).toBe(after);
  });
});

describe('mends that a finding of the data brings', () => {
  it.each([
    ['gel', 'GEL'],
    [' Eur ', 'EUR'],
    ['€', 'EUR'],
    ['xyz', undefined],
  ])('the code of a currency: %s', (given, meant) => {
    const [issue] = currency.safeParse(given).error?.issues ?? [];
    expect(issue?.code === 'custom' ? issue.params?.meant : null).toBe(meant);
  });

  const sound = {
    kind: 'document',
    languages: ['en'],
    title: { en: 'A road' },
    date: '2026-11-23',
    blocks: [{ type: 'text', text: { en: 'We build a road.' } }],
  };

  /** The text of the document after all certain mends of its errors. */
  async function mended(data: object): Promise<unknown> {
    const text = JSON.stringify(data);
    const report = new Report();
    const record = { file, line: 1, column: 1, text };
    const changes = { type: 'whole', record, within: '$' } as const;
    await loadData(file, await openWorld(packageRoot), report, { changes });
    const fixes = report.diagnostics.flatMap((each) => fixFor(each, file, data) ?? []);
    return JSON.parse(apart(fixes).reduce((made, fix) => withFix(made, fix, ['en']), text));
  }

  it.each<[string, object, object]>([
    ['a date as in Georgia', { date: '23.11.2026' }, { date: '2026-11-23' }],
    ['a name', { titel: { en: 'A road' }, title: undefined }, { title: { en: 'A road' } }],
  ])('%s', async (_, wrong, right) => {
    const { title: _title, ...rest } = JSON.parse(JSON.stringify({ ...sound, ...wrong }));
    const given = _title === undefined ? rest : { ...rest, title: _title };
    expect(await mended(given)).toMatchObject(right);
  });

  it('no name that is there already', async () => {
    const both = { ...sound, titel: { en: 'Another' } };
    expect(await mended(both)).toEqual(both);
  });
});
