/** Every chapter may be left out, and `order` moves those that are there: each such document is made, without a finding. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { blocksOf } from '../../src/model/walk.ts';
import { heavy } from '../tier.ts';
import { makeDocuments } from './documents.ts';

type Json = Record<string, unknown>;

const fixture = (name: string): Json =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, `../fixtures/data/pass/${name}.json`), 'utf8'));

const section = (id: string) => ({
  id,
  title: { ka: `ნაწილი ${id}`, en: `Part ${id}` },
  blocks: [
    { type: 'text', text: { ka: 'აბზაცი.', en: 'A paragraph.' } },
    {
      type: 'figures',
      figures: [{ value: 12, target: 20, label: { ka: 'ადამიანი', en: 'people' } }],
    },
  ],
});

const picture = readFileSync(path.join(import.meta.dirname, '../fixtures/data/picture.svg'));

const kinds: Readonly<Record<string, { readonly chapters: readonly string[]; readonly sections: readonly string[] }>> =
  {
    report: {
      chapters: [
        'abbreviations',
        'summary',
        'context',
        'results',
        'activities',
        'budget',
        'risks',
        'crossCutting',
        'lessons',
        'visibility',
        'contact',
      ],
      sections: ['contents'],
    },
    factsheet: { chapters: ['overview', 'objectives', 'reached', 'way', 'sections'], sections: [] },
    plain: { chapters: ['about', 'themes', 'overview', 'contact'], sections: [] },
  };

/** What the fixture would show for a chapter that is made from another one's data goes with it. */
const along: Readonly<Record<string, readonly string[]>> = {
  results: ['indicators'],
  budget: ['finance'],
};

/** The sections that a chapter stands in. */
function idsFor(chapter: string): readonly string[] {
  if (chapter === 'sections') return ['change', 'facts'];
  return [chapter === 'crossCutting' ? 'cross-cutting' : chapter];
}

function without(data: Json, names: readonly string[], empty: unknown): Json {
  const annexes = Object.entries(Object(data.annexes)).filter(
    ([name]) => !names.some((chapter) => along[chapter]?.includes(name)),
  );
  const left = Object.fromEntries(names.map((name) => [name, empty]));
  const all: Json = {
    ...data,
    ...left,
    ...(data.annexes === undefined ? {} : { annexes: Object.fromEntries(annexes) }),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

describe.each(Object.entries(kinds))('%s', (file, { chapters, sections }) => {
  let data: Json;
  beforeAll(() => {
    data = JSON.parse(JSON.stringify(fixture(file)).replaceAll('../picture.svg', 'picture.svg'));
  });

  async function idsOf(given: Json): Promise<readonly string[]> {
    const { documents, said } = await makeDocuments(given, { 'picture.svg': picture });
    // A list cut short explains less, and whoever leaves the donor out is asked about it.
    expect(said.filter((each) => !/^(?:abbreviation-\w+|visibility-unsaid) /.test(each))).toEqual([]);
    const [ka, en] = documents.map(({ body }) => body.map(({ id }) => String(id.value)));
    expect(ka).toEqual(en);
    return ka ?? [];
  }

  heavy('is made without any one of its chapters, absent, null or empty alike', async () => {
    const whole = await idsOf(data);
    const titles = (given: Json) => Object.keys(given).filter((name) => chapters.includes(name));
    expect(titles(data).sort()).toEqual([...chapters].sort());
    for (const [index, name] of chapters.entries()) {
      const blank = name === 'sections' ? [] : { title: { ka: '', en: ' ' } };
      const ids = await idsOf(without(data, [name], [undefined, null, [], blank][index % 4]));
      // What stood within a chapter may stand for itself now, never what is left out.
      const gone = idsFor(name);
      expect(
        ids.filter((id) => gone.includes(id)),
        name,
      ).toEqual([]);
      expect(ids, name).toEqual(
        expect.arrayContaining(whole.filter((id) => !gone.includes(id) && !id.startsWith('annex'))),
      );
    }
  });

  it('is made of sections of one’s own alone, and puts them where "order" says', async () => {
    const own = { ...without(data, chapters, null), annexes: undefined, sections: [section('one'), section('two')] };
    const bare = without(own, [], null);
    expect(await idsOf(bare)).toEqual([...sections, 'one', 'two']);
    expect(await idsOf({ ...bare, order: ['two'] })).toEqual([...sections, 'two', 'one']);
  });
});

describe('a report', () => {
  it('is made with nothing but its cover, and has no contents then', async () => {
    const { documents, found } = await makeDocuments({
      ...without(fixture('report'), kinds.report?.chapters ?? [], null),
      sections: null,
      annexes: null,
    });
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(documents.map(({ body }) => body.map(({ id }) => String(id.value)))).toEqual([[], []]);
  });

  it('says which notes, comments and sources nothing shows, with annexes and without', async () => {
    const data = JSON.parse(JSON.stringify(fixture('report')).replaceAll('../picture.svg', 'picture.svg'));
    data.budget.money.categories[0].lines[0].note = { ka: 'გაძვირდა.', en: 'It became dearer.' };
    const left = async (annexes: unknown) => {
      const { found } = await makeDocuments({ ...data, annexes }, { 'picture.svg': picture });
      const messages = found.flatMap(({ code, message }) => (code === 'part-left-out' ? [message] : []));
      return messages.flatMap((message) => [...message.matchAll(/"(\w+)"(?=.* shown)/g)].map(([, name]) => name));
    };
    expect(await left(data.annexes)).toEqual([]);
    const all = await left(null);
    expect(all).toEqual(expect.arrayContaining(['note', 'comment', 'verification', 'assumption']));
    const { indicators } = data.annexes;
    expect(await left({ indicators })).not.toContain('comment');
    expect(await left({ indicators })).toContain('note');
  });
});

describe('order', () => {
  it('moves chapters and sections of one’s own; what it does not name follows', async () => {
    const data = fixture('report');
    const { documents } = await makeDocuments({
      ...data,
      sections: [section('approach')],
      order: ['results', 'approach', 'budget'],
    });
    const ids = documents[0]?.body.map(({ id }) => String(id.value)) ?? [];
    expect(ids.slice(0, 6)).toEqual(['contents', 'results', 'approach', 'budget', 'abbreviations', 'summary']);
    expect(ids.indexOf('cross-cutting')).toBeLessThan(ids.indexOf('contact'));
  });

  it('takes objectives and chart of a factsheet out of the columns when it names them', async () => {
    const { documents } = await makeDocuments({ ...fixture('factsheet'), order: ['way', 'objectives', 'overview'] });
    const [document] = documents;
    expect(document?.body.map(({ id }) => String(id.value)).slice(0, 3)).toEqual(['way', 'objectives', 'overview']);
    const within = [...(document === undefined ? [] : blocksOf(document))].filter((block) => block.type === 'section');
    expect(within.map(({ id }) => String(id.value))).toContain('reached');
  });

  it.each([
    [['resluts'], '$.order[0]', 'The document has no part "resluts".', /^Did you mean "results"\?/],
    [['risks', 'risks'], '$.order[1]', '"risks" is in the order twice.', /^Remove one of them\.$/],
  ])('refuses %j', async (order, at, message, hint) => {
    const { found } = await makeDocuments({ ...fixture('report'), order });
    expect(found).toMatchObject([
      { code: 'bad-value', at: { path: at }, message, hints: [expect.stringMatching(hint)] },
    ]);
  });

  it('refuses two sections of one id, once', async () => {
    const { found } = await makeDocuments({ ...fixture('report'), sections: [section('same'), section('same')] });
    expect(found.map(({ code, at, message }) => [code, at?.path, message])).toEqual([
      ['bad-value', '$.sections[1].id', 'Two sections have the id "same".'],
    ]);
  });

  it.each(['report', 'factsheet', 'plain'])(
    'refuses a section of a %s that is called like one of its parts',
    async (name) => {
      const { chapters } = kinds[name] ?? { chapters: [] };
      const own = chapters.filter((chapter) => chapter !== 'sections');
      const sections = own.map((id, index) => ({ ...section(`one-${index}`), id }));
      const { found } = await makeDocuments({ ...fixture(name), sections });
      const refused = found.filter(({ code }) => code === 'bad-value').map(({ at }) => at?.path);
      expect([...new Set(refused)].toSorted()).toEqual(own.map((_, index) => `$.sections[${index}].id`).toSorted());
    },
  );
});

describe('the only period of a report', () => {
  const data = structuredClone(fixture('report')) as {
    results: { matrix?: unknown; periods: unknown[]; levels: { indicators: { values: unknown[] }[] }[] };
    annexes: { indicators: { periods?: unknown } };
  };
  data.results.periods = [{ title: { ka: 'შარშან', en: 'Last year' }, start: '2026-01-01', end: '2026-06-30' }];
  for (const indicator of data.results.levels.flatMap(({ indicators }) => indicators))
    indicator.values = indicator.values.slice(1, 2);
  delete data.annexes.indicators.periods;

  it('has its name over the results', async () => {
    const { documents } = await makeDocuments(data);
    const shown = documents.map(({ body }) => /"Last year"|"შარშან"/.test(JSON.stringify(body)));
    expect(shown).toEqual([true, true]);
  });

  it('is told where nothing shows its name', async () => {
    const { matrix: _, ...results } = data.results;
    const { found } = await makeDocuments({ ...data, results });
    const lost = found.filter(({ code }) => code === 'part-left-out').map(({ message }) => message);
    expect(lost).toContainEqual(expect.stringMatching(/"periods".* shown.*"results\.matrix"/));
  });
});
