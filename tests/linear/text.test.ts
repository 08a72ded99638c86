/** Plain text says what only shapes and places say elsewhere: boxes, empty cells, groups of columns; and its marks are its own. */
import { beforeEach, describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Blocks } from '../../src/model/document.ts';
import { compareOutlines } from '../../src/outline/compare.ts';
import { expectedOutline } from '../../src/outline/expected.ts';
import { projections } from '../../src/outline/projection.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { text } from '../../src/write/text/text.ts';
import {
  aside,
  bodyRow,
  document,
  headRow,
  li,
  link,
  lookedRow,
  note,
  p,
  restart,
  section,
  spanning,
  table,
  ul,
  w,
  text as words,
} from '../make.ts';
import { gza } from '../theme/gza.ts';

const theme = await gza();

/** The text of a document of one section; read back, it has to say what the document says. */
async function written(blocks: Blocks, title = 'One', wrap = 72): Promise<string> {
  const made = document({ title: 'T', body: [section('one', title, blocks)] });
  const job = {
    theme,
    language: languageOf('en'),
    name: 'test',
    created: new Date(0),
    report: new Report(),
    text: { wrap },
  };
  const bytes = await text.write(made, job);
  const expected = expectedOutline(made, { name: 'test', extension: 'txt' });
  expect(compareOutlines(expected, await outlineOf(bytes, 'txt'), projections.txt)).toBeNull();
  return new TextDecoder().decode(bytes);
}

beforeEach(restart);

describe('the mark of a note', () => {
  it('is its number in brackets', async () => {
    const made = await written([p([words('Called'), note('Why.'), words(' here.')])]);
    expect(made).toContain('Called[1] here.');
    expect(made).toContain('\nNotes\n=====\n\n[1] Why.\n');
  });

  it('is another one in a document that has such a text of its own', async () => {
    const made = await written(
      [p([words('See [1] and'), note('Why, and more words than one line of so few has.'), words('.')])],
      'One',
      30,
    );
    expect(made).toContain('See [1] and[Note 1].');
    expect(made).toContain('\n[Note 1] Why, and more words\n         than one line of so\n         few has.\n');
    restart();
    const both = await written([p([words('See [1], [Note 7] and'), note('Why.'), words('.')])]);
    expect(both).toContain('and[*1].');
  });

  it('is none in a document without notes', async () => {
    expect(await written([p('As [1] says.'), p('[1] A paper.')], 'Notes')).toContain('As [1] says.');
  });
});

it('writes addresses as programs know them', async () => {
  const made = await written([
    p([link('https://iom.int/data', 'Data'), words(', '), link('mailto:a@iom.int', 'mail')]),
  ]);
  expect(made).toContain('Data <https://iom.int/data>, mail <a@iom.int>');
  const escaped = await written([p([link('https://iom.int/a%20b%22%7E', 'Data'), words('.')])]);
  expect(escaped).toContain('Data <https://iom.int/a%20b%22%7E>.');
});

it('says where a box begins and ends', async () => {
  const made = await written([
    p('Before.'),
    aside([p('Within.')], 'callout', 'Important'),
    aside([p('Again.')]),
    p('Behind.'),
  ]);
  expect(made).toContain(
    '[Box: Important]\n\nWithin.\n\n[End of the box]\n\n[Box]\n\nAgain.\n\n[End of the box]\n\nBehind.',
  );
});

describe('a table', () => {
  it('says that a cell is empty', async () => {
    const made = await written([table([headRow('# A', '# B', '# C')], [bodyRow('a', '', 'c'), bodyRow('', 'b', '')])]);
    expect(made).toContain('a\n  - B: [empty]\n  - C: c\n\n[empty]\n  - B: b\n  - C: [empty]\n');
  });

  it('names columns by all rows of heads, once', async () => {
    const years = spanning('Year', { columnSpan: 2, scope: 'column-group' });
    const head = [headRow('# Town', years), headRow('', '# 2024', '# 2025')];
    const made = await written([table(head, [bodyRow('Batumi', '5', '7')])]);
    expect(made).toContain('Columns: Town; Year, 2024; Year, 2025\n');
    expect(made.match(/Columns:/g)).toHaveLength(1);
    expect(made).toContain('Batumi\n  - Year, 2024: 5\n  - Year, 2025: 7\n');
  });

  it('steps in with rows that are parts of the one before', async () => {
    const rows = [bodyRow('# Officers', '412'), lookedRow('sub', '# women', '181'), bodyRow('# Migrants', '1,260')];
    const made = await written([table([headRow('# Indicator', '# Actual')], rows)]);
    expect(made).toContain('Officers\n  - Actual: 412\n\n  women\n    - Actual: 181\n\nMigrants\n');
  });

  it('says in each row the cells that reach into it, their notes once', async () => {
    const town = { ...spanning('Batumi', { rowSpan: 2 }), blocks: [p([words('Batumi'), note('By the sea.')])] };
    const first = bodyRow('', '2024', '5');
    const rows = [
      { ...first, cells: [town, ...first.cells.slice(1)] },
      bodyRow('2025', '7'),
      bodyRow('Gori', '2025', '9'),
    ];
    const made = await written([table([headRow('# Town', '# Year', '# Count')], rows)]);
    expect(made).toContain('Batumi[1]\n  - Year: 2024\n  - Count: 5\n\nBatumi\n  - Year: 2025\n  - Count: 7\n\nGori\n');
  });
});

it('keeps most of a narrow line for words, whatever opens it', async () => {
  const deep = p([words('Called'), note('Why it is so, in more words than a line has.'), words(' [1].')]);
  const lines = (
    await written([deep, ul([li([ul([li([ul([li([ul([li('some words of an item')])])])])])])])], 'One', 16)
  ).split('\n');
  expect(lines.filter((line) => line.length > 16)).toEqual([]);
});

it('sets what is counted on a line of its own under the caption', async () => {
  const shown = table([headRow('# Town')], [bodyRow('Batumi')], {
    ...{ number: w('Table 1'), caption: p('Harvest grew').children, summary: p('Kilograms, 2026').children },
  });
  expect(await written([shown])).toContain('\nTable 1. Harvest grew\nKilograms, 2026\n\n');
});

it('says where a link leads whose words are but a part of the name of the place', async () => {
  const shown = {
    ...table([headRow('# Town')], [bodyRow('Batumi')]),
    id: section('towns', 'x', []).id,
    number: w('Table 5'),
  };
  const links = [
    link('#towns', 'Table'),
    link('#one', 'Part'),
    link('#one', 'this part on costs'),
    link('#two', 'Costs'),
  ];
  const made = await written(
    [
      p(links.flatMap((each) => [each, words('; ')])),
      shown,
      { ...section('two', 'Costs', [p('x')]), number: w('1.2') },
    ],
    'Part on costs',
  );
  expect(made).toContain('Table (→ Table 5); Part (→ Part on costs); this part on costs; Costs;');
});

it('opens with what catalogues ask, and says where a link leads whose words do not', async () => {
  const shown = {
    ...table([headRow('# Town')], [bodyRow('Batumi')]),
    id: section('towns', 'x', []).id,
    number: w('Table\u00A05'),
    caption: p('Towns').children,
  };
  const made = await written([p([link('#towns', 'here'), words(', '), link('#towns', 'table 5'), words('.')]), shown]);
  expect(made).toMatch(/^Title: T\nAuthor: IOM\nLanguage: English\nDate: 2026-11-22\n(?:.+\n)+\nT\n===\n/);
  expect(made).toContain('here (→ Table 5), table 5.');
});

it('shows the host of an address as it is written, and is read back as one address', async () => {
  const made = await written([
    p([link('https://xn--pple-43d.com/', 'A shop'), words(' and '), link('https://იუსთიცია.გე/', 'a house')]),
    p([words('Or '), link('https://xn--lodncba5cn3d.xn--node/', 'იუსთიცია.გე')]),
  ]);
  expect(made).toContain('A shop <https://xn--pple-43d.com/> and a house <https://იუსთიცია.გე/>');
});
