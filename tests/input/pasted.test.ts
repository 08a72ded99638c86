import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { loadData } from '../../src/input/load.ts';
import { mendText, PastedTexts } from '../../src/input/pasted.ts';
import { openWorld } from '../../src/world.ts';
import { processorTime } from '../clock.ts';
import { heavy } from '../tier.ts';

const mended = (text: string) => mendText(text).text;
const kinds = (text: string) => mendText(text).mended.map(({ kind }) => kind);

describe('a telephone number in a link', () => {
  it.each([
    ['[call](tel:+995 32 225\u00A022 16)!', '[call](tel:+995322252216)!'],
    ['[call](tel: +995 (32) 225 22 16)', '[call](tel:+995(32)2252216)'],
    ['call +995 32 225 22 16', 'call +995 32 225 22 16'],
    ['[a b](https://example.org/a b)', '[a b](https://example.org/a b)'],
  ])('%s', (typed, read) => {
    const pasted = new PastedTexts();
    expect(pasted.mend(typed, () => ({ file: 'x', line: 1, column: 1 }))).toBe(read);
    const report = new Report();
    pasted.report(report);
    expect(report.diagnostics).toEqual([]);
  });
});

describe('what was pasted along', () => {
  it.each([
    ['25\u202F000', '25\u00A0000'],
    ['25\u2009000 GEL', '25\u00A0000 GEL'],
    ['5\u2009%', '5\u00A0%'],
    ['10\u2007km', '10\u00A0km'],
    ['a\u2003b', 'a b'],
    ['one\u2009–\u2009two', 'one – two'],
    ['a\u3000b', 'a b'],
    ['Zero\u200Bwidth', 'Zerowidth'],
    ['a\u2060b\uFEFFc\u180Ed\uFFFCe', 'abcde'],
    ['word\u200Cs and\u200D more', 'words and more'],
    ['Ltd\u200E \u202Aplain\u202C', 'Ltd plain'],
    ['organi\u00ADzation', 'organization'],
    ['opt\u001Fional, 25\u001Eyear', 'optional, 25\u2011year'],
    ['ﬁrst oﬃce, ﬂow, staﬀ, ﬅ', 'first office, flow, staff, st'],
    ['ＩＯＭ １２％', 'IOM 12%'],
    ['𝗕𝗼𝗹𝗱 𝟏𝟐', 'Bold 12'],
    ['20 ℃, 5 ㎡, 3 ㎞', '20 °C, 5 m², 3 km'],
    ['one\u000Btwo\u2028three', 'one\ntwo\nthree'],
    ['one\u2029two', 'one\n\ntwo'],
    ['\uF0B7 one', '• one'],
    ['name\tnumber', 'name number'],
    ['one  two', 'one two'],
    ['one \u00A0two', 'one two'],
    ['25 \u00A0000', '25\u00A0000'],
    ['✔\uFE0F done, ☎\uFE0F', '✔ done, ☎'],
  ])('%j is mended', (given, wanted) => {
    expect(mended(given)).toBe(wanted);
    expect(kinds(given).length).toBeGreaterThan(0);
    expect(mended(wanted)).toBe(wanted);
  });

  it.each([
    ['no-break spaces', 'a\u00A0b, 25\u00A0000'],
    ['hyphens, minus and primes', '19\u201120, −5, 43′ 21″'],
    ['joined pictures', '👨\u200D👩\u200D👧'],
    ['pictures with a selector', '👁\uFE0F\u200D🗨'],
    ['joiners in Persian', 'می\u200Cخواهم'],
    ['marks of direction beside Hebrew', 'שלום\u200F!'],
    ['wide forms in Japanese', '日本ＡＢＣ'],
    ['the lines of a list', 'Text:\n\n- one\n  - two'],
    ['line ends by two blanks', 'one  \ntwo'],
    ['letters and their marks', 'e\u0301 и\u0301'],
    ['what is only Georgian', 'ჩვეულებრივი ტექსტი – 25 ₾.'],
  ])('%s are left', (_, text) => {
    expect(mendText(text)).toEqual({ text, mended: [] });
  });

  it.each([
    // A keycap keeps its selector; the sign behind it does not.
    ['1\uFE0F\u20E3 then ✔\uFE0F', 'hidden', 'then ✔'],
    ['👁\uFE0F\u200D🗨 and ☎\uFE0F', 'hidden', 'and ☎'],
    ['👨\u200D👩 and\u200D more', 'hidden', 'and'],
    ['25\u00A0000 \u00A0km, 日', 'blank', '25\u00A0000'],
    // What other rules have made longer or shorter before it.
    ['or\u00ADga\u00ADni\u00ADzation ﬁ', 'ligature', 'zation '],
    ['one\u2029two\u2029𝗕', 'wide', 'two\u2029'],
    ['a\u200Bb\uFE0F', 'hidden', 'a'],
  ])('%j: the place is that of what was mended', (text, kind, before) => {
    const place = mendText(text).mended.find((each) => each.kind === kind)?.index;
    expect(place).toBe(text.indexOf(before) + before.length);
  });

  heavy('takes a long text of anything in little time', () => {
    for (const one of [
      '\u200E',
      '\u00AD',
      ' ',
      '\t',
      '\u2009',
      '\u200D',
      '\uFE0F',
      'ﬁ',
      '\u00A0',
      'a ',
      '\uFF21',
      'a\u200Dא',
    ]) {
      const started = processorTime();
      mendText(one.repeat(200_000 / one.length));
      expect(processorTime() - started, JSON.stringify(one)).toBeLessThan(4000);
    }
  });
});

const en = (text: string) => ({ en: text });

async function load(said: { title: string; description?: string; keyword?: string }) {
  const root = mkdtempSync(path.join(tmpdir(), 'etrati-pasted-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const data = {
    kind: 'document',
    languages: ['en'],
    date: '2026-11-23',
    title: en(said.title),
    description: en(said.description ?? 'A test.'),
    author: en('Office'),
    keywords: [en(said.keyword ?? 'test')],
    cover: { kind: en('Note') },
    sections: [{ id: 'a', title: en('A'), blocks: [{ type: 'text', text: en('Words.') }] }],
    imprint: { statements: [en('A statement.')], copyright: en('© 2026 Office') },
  };
  writeFileSync(path.join(root, 'data.json'), JSON.stringify(data, null, 2));
  const report = new Report();
  const loaded = await loadData('data.json', await openWorld(root), report);
  return { loaded, found: report.diagnostics };
}

describe('a document with pasted characters', () => {
  it('is mended with one warning, which names each kind with its places', async () => {
    const { loaded, found } = await load({
      title: 'The \uFB01rst 25\u202F000',
      description: 'Of\uFB01ce\u000Bhours: 9\u202F–\u202F5, e\u0301.',
      keyword: 'zero\u200Bwidth',
    });
    const [english] = loaded?.languages ?? [];
    if (loaded === null || english === undefined) throw new Error('not loaded');
    const { title, description, keywords } = loaded.metadata(english);
    expect([title, description, keywords]).toEqual([
      'The first 25\u00A0000',
      'Office hours: 9\u00A0–\u00A05, é.',
      ['zerowidth'],
    ]);
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([
      ['pasted-characters', 'warning'],
      ['line-joined', 'warning'],
    ]);
    const [warning] = found;
    expect(warning?.message).toBe(
      'Characters that came with pasted text were replaced: spaces of unusual width, now a space or a no-break space (2 texts); ligatures, now letters (2 texts); line ends of Word, now ordinary ones (1 text); characters that cannot be seen, now removed (1 text).',
    );
    const places = [warning?.at, ...(warning?.related ?? []).map(({ at }) => at)].map((at) => at?.path);
    expect(places.sort()).toEqual(
      [
        '$.description.en',
        '$.description.en',
        '$.description.en',
        '$.keywords[0].en',
        '$.title.en',
        '$.title.en',
      ].sort(),
    );
  });
  it('is refused for what cannot be mended, where it stands in the file', async () => {
    const { loaded, found } = await load({ title: 'a\uFB01\u0007b' });
    expect(loaded).toBeNull();
    expect(found.map(({ code, at }) => [code, at?.path])).toEqual([['forbidden-character', '$.title.en']]);
  });
});
