/** Texts that are not rich: marks of language are read in all words that readers get, other marks are warned of. */
import { describe, expect, it } from 'vitest';
import { unmarkedLanguage } from '../../src/audit/rules/unmarked-language.ts';
import { hasLanguages, languageOfWhole, shownMark, withoutLanguages } from '../../src/model/marks.ts';
import { blocksOf, plain } from '../../src/model/walk.ts';
import { processorTime } from '../clock.ts';
import { gza } from '../theme/gza.ts';
import { around, blocks, read } from './kit.ts';

const theme = await gza();

const data = { whole: '[ქართული]{lang=ka}', part: 'a [ბ]{lang=ka} c', bad: '[a]{lang=zz}', strong: 'a **b** c' };

describe('a mark of language in a text that is not rich', () => {
  it('is a language of its words', async () => {
    expect(await blocks('<p>{{part}}</p>', { data })).toBe('paragraph\n  "a "\n  span lang=ka\n    "ბ"\n  " c"');
    expect(await blocks('<section id="x"><h>{{whole}}</h><p>x</p></section>', { data })).toContain('span lang=ka');
    expect(await blocks('<p>{{part}}</p>', { data: { part: '[ა [b]{lang=en}]{lang=ka}' } })).toContain('span lang=en');
  });

  it('is one that there is', async () => {
    const { report } = await read(around('<p>{{bad}}</p>'), { data });
    expect(report.diagnostics).toMatchObject([{ code: 'bad-language', at: { file: 'data.json' } }]);
  });

  it('is no part of what can have no marks', async () => {
    const named = (label: string) => blocks(`<aside label="{{${label}}}"><p>x</p></aside>`, { data });
    expect(await named('whole')).toContain('aside "ქართული"');
    expect(await named('part')).toContain('aside "a ბ c"');
    const chart =
      '<chart kind="bar"><category>{{part}}</category><series name="{{whole}}"><point value="1">1</point></series></chart>';
    const said = await blocks(chart, { data });
    expect(said).toContain('categories "a ბ c"');
    expect(said).toContain('series "ქართული"');
    expect(said).not.toContain('{lang');
    const table = said?.slice(said.indexOf('table'));
    expect(table).toMatch(/"a "\n\s+span lang=ka\n\s+"ბ"\n\s+" c"/);
    expect(table).toMatch(/span lang=ka\n\s+"ქართული"/);
  });

  it('is the language of a part of the name in an empty slot', async () => {
    const { document } = await read(around('<emblems><emblem name="{{part}}"/></emblems>'), { data });
    const [slot] = [...(document === null ? [] : blocksOf(document))].flatMap((b) =>
      b.type === 'emblems' ? b.items : [],
    );
    expect(slot?.name.parts?.map((part) => [part.lang, plain([part])])).toEqual([
      [null, 'a '],
      ['ka', 'ბ'],
      [null, ' c'],
    ]);
  });

  it.each(['<figure><img src="a.svg" alt="{{part}}"/></figure>', '<aside label="{{part}}"><p>x</p></aside>'])(
    'is one of the registered also in a part of %s, and what is not marked is judged',
    async (markup) => {
      const { report } = await read(around(markup), { data: { part: 'a [b]{lang=zz} c' } });
      expect(report.diagnostics).toMatchObject([{ code: 'bad-language', at: { path: '$.part' } }]);
      const { document } = await read(around(markup), { data: { part: 'Минск or [Αθήνα]{lang=el}' } });
      const found =
        document === null ? [] : [...unmarkedLanguage.check({ document, theme, painting: 'pages', embossed: false })];
      expect(found.map(({ message }) => message)).toEqual([expect.stringContaining('Cyrillic')]);
    },
  );

  it('is the language of an emblem that it names whole', async () => {
    const said = await blocks('<emblems><emblem name="{{whole}}"/></emblems>', { data });
    expect(said).toMatch(/emblem.* lang=ka/);
  });
});

it('another mark there is warned of at the data, once', async () => {
  const { report } = await read(around('<p>{{strong}}</p>'), { data });
  expect(report.diagnostics).toMatchObject([{ severity: 'warning', code: 'mark-shown', at: { path: '$.strong' } }]);
});

it.each([
  ['**a**', '**a**'],
  ['see *a* now', '*a*'],
  ['[a](https://a.ge)', '[a](https://a.ge)'],
  ['[](#a)', '[](#a)'],
  ['a^[b]', '^[b]'],
  ['2\\*3', '\\*'],
])('%s shows a mark', (text, mark) => expect(shownMark(text)).toBe(mark));

it.each([
  `^[${'a word '.repeat(40)}]`,
  `**${'a word '.repeat(40)}b**`,
  `[${'a word '.repeat(40)}](https://a.ge)`,
  '^[a [b] c]',
  '[a](https://ka.wikipedia.org/wiki/საქართველო_(ქვეყანა))',
])('%s is found whole', (mark) => expect(shownMark(`A ${mark} z`)).toBe(mark));

it.each(['2*3*4', '5 * 6 * 7', '[a]', '[a] (b)', 'a (https://a.ge)', '5*', '**', 'f(x)[1]'])('%s shows none', (text) =>
  expect(shownMark(text)).toBeNull(),
);

/** What opens many marks and closes none. */
const endless = ['^[', '^[a', '^[[]', '^[a[b]', '**a', ' **a*', '[](#', '[](#()', '[](#(', '](#(', ' *a'].map((sign) =>
  sign.repeat(6000),
);

it('takes all marks of language off, and knows a text that is one', () => {
  expect(withoutLanguages('a [ბ [c]{lang=en}]{lang=ka} d')).toBe('a ბ c d');
  expect(withoutLanguages('[a] b')).toBe('[a] b');
  expect(languageOfWhole(' [ა]{lang=ka} ')).toBe('ka');
  expect(languageOfWhole('[ა]{lang=ka} b')).toBeNull();
  expect(hasLanguages('[a]')).toBe(false);
  for (const text of [
    '['.repeat(20_000),
    '[a]{lang=ka}'.repeat(1500),
    '*a '.repeat(6000),
    '[a]('.repeat(5000),
    ...endless,
  ]) {
    const started = processorTime();
    shownMark(withoutLanguages(text));
    expect(processorTime() - started).toBeLessThan(1500);
  }
});
