/** Tables: what is read, and what does not fill a grid. Blocks start on line 2. */
import { describe, expect, test } from 'vitest';
import { heavy } from '../tier.ts';
import { blocks } from './kit.ts';

const th = '<row><th>a</th><th>b</th></row>';
const table = (inside: string) => `<table>${inside}</table>`;
const body = (rows: string) => table(`<head>${th}</head><body>${rows}</body>`);

describe('read', () => {
  test('all that a table may have', async () => {
    const tree = await blocks(
      `<table id="t" look="matrix" wide="true"><caption lang="ka">ც</caption><summary>s</summary><source>{{none}}</source>
       <columns><column share="3"/><column align="end"/><column align="center" share="{{n}}"/></columns>
       <head><row><td/><th colspan="2">both</th></row><row><th>name</th><th>x</th><th lang="ka">ყ</th></row></head>
       <body><row look="group"><th scope="row-group" colspan="3">group</th></row>
             <row><th rowspan="2">r</th><td look="behind">1<br/>2</td><td>{{none}}</td></row>
             <row look="sub"><td><p>p</p><ul><li>i</li></ul></td><td>z</td></row></body>
       <foot lang="ka"><row look="total"><th>sum</th><td colspan="2">3</td></row></foot></table>`,
      { data: { none: null, n: 1 } },
    );
    expect(tree).toMatchInlineSnapshot(`
      "table look=matrix #t
        wide
        caption
          span lang=ka
            "ც"
        summary
          "s"
        columns start 60%, end 20%, center 20%
        head
          row
            cell
            header column-group spans=2×1
              paragraph
                "both"
          row
            header column
              paragraph
                "name"
            header column
              paragraph
                "x"
            header column lang=ka
              paragraph
                "ყ"
        body
          row look=group
            header row-group spans=3×1
              paragraph
                "group"
          row
            header row spans=1×2
              paragraph
                "r"
            cell look=behind
              paragraph
                "1"
                lineBreak
                "2"
            cell
          row look=sub
            cell
              paragraph
                "p"
              list
                item
                  paragraph
                    "i"
            cell
              paragraph
                "z"
        foot
          row look=total lang=ka
            header row
              paragraph
                "sum"
            cell spans=2×1
              paragraph
                "3""
    `);
  });

  test('columns need not be declared', async () => {
    expect(await blocks(body('<row><td>1</td><td>2</td></row>'))).toContain('columns start 50%, start 50%');
  });

  test.each([
    ['a cell over rows', '<row><td rowspan="2">1</td><td>2</td></row><row><td>3</td></row>'],
    [
      'cells over rows in a staircase',
      '<row><td rowspan="2">1</td><td>2</td></row><row><td rowspan="2">3</td></row><row><td>4</td></row>',
    ],
    ['a cell over all', '<row><td colspan="2">1</td></row>'],
    ['empty cells', '<row><td/><td> </td></row>'],
  ])('%s', async (_, rows) => expect(await blocks(body(rows))).toMatch(/^table/));
});

describe('refused', () => {
  test.each([
    ['no rows', body(''), 'empty-element :2:1 The table has no rows.'],
    ['no body', table(`<head>${th}</head>`), 'empty-element :2:1 The table has no rows.'],
    [
      'no headers',
      table('<body><row><td>1</td></row></body>'),
      'missing-headers :2:1 The table does not have a header cell.',
    ],
    [
      'a short row',
      body('<row><td>1</td></row>'),
      'row-width :2:58 The row takes 1 column, and the table has 2 columns.',
    ],
    [
      'a long row',
      body('<row><td>1</td><td>2</td><td colspan="2">3</td></row>'),
      'row-width :2:58 The row takes 4 columns, spans counted, and the table has 2 columns.',
    ],
    [
      'a row that a cell from above makes long',
      body('<row><td rowspan="2">1</td><td>2</td></row><row><td>3</td><td>4</td></row>'),
      'row-width :2:101 The row takes 3 columns, and the table has 2 columns.',
    ],
    [
      'a row that cells from above take whole',
      body('<row><td rowspan="2">1</td><td rowspan="2">2</td></row><row><td>3</td><td>4</td></row>'),
      'row-width :2:113 Cells from the rows above take all columns of the row: its own cells have no place.',
    ],
    [
      'a head of another width than the columns',
      table(`<columns><column/></columns><head>${th}</head><body><row><td>1</td></row></body>`),
      'row-width :2:42 The row takes 2 columns, and the table has 1 column.',
    ],
    [
      'cells that overlap',
      table(
        '<body><row><th>a</th><th>b</th><td rowspan="2">c</td></row><row><td>1</td><td colspan="2">2</td></row></body>',
      ),
      'cells-overlap :2:82 The cell overlaps a cell from a row above.',
    ],
    [
      'a cell that runs into one from above',
      table('<body><row><th>a</th><td rowspan="2">c</td><td>d</td></row><row><td colspan="2">1</td></row></body>'),
      'cells-overlap :2:72 The cell overlaps a cell from a row above.',
    ],
    [
      'a cell that hangs out below',
      body('<row><td rowspan="2">1</td><td>2</td></row>'),
      'span-outside :2:63 The cell spans more rows than there are in its part of the table.',
    ],
    ['an empty row', body('<row></row>'), 'row-width :2:58 The row takes 0 columns'],
    [
      'an empty header',
      table('<body><row><th/><td>1</td></row></body>'),
      'empty-element :2:19 The header cell is empty.',
    ],
    [
      'no span',
      body('<row><td colspan="0">1</td><td>2</td></row>'),
      'bad-value :2:67 The number of columns of the cell cannot be "0".',
    ],
    [
      'an unknown scope',
      table('<body><row><th scope="col">a</th></row></body>'),
      'bad-value :2:23 "col" is not an allowed value for "scope" of <th>.',
    ],
    [
      'an unknown alignment',
      table(`<columns><column align="right"/><column/></columns><body>${th}</body>`),
      'bad-value :2:25 "right" is not an allowed value for "align" of <column>.',
    ],
    [
      'no share',
      table(`<columns><column share="0"/><column/></columns><body>${th}</body>`),
      'bad-value :2:25 The share of a column must be a number above 0, up to 1000.',
    ],
    [
      'wide, perhaps',
      `<table wide="yes"><body>${th}</body></table>`,
      'bad-value :2:8 "yes" is not an allowed value for "wide" of <table>.',
    ],
    ['two bodies', table(`<body>${th}</body><body>${th}</body>`), 'second-element :2:52 <table> has a second <body>.'],
    ['a row outside', table(th), 'misplaced-element :2:8 <row> is not allowed in <table>.'],
    [
      'a table in a cell',
      table(`<body><row><th>${table(`<body>${th}</body>`)}</th></row></body>`),
      'misplaced-element :2:23 <table> is not allowed in <th>.',
    ],
    [
      'a table in a list in a cell',
      table(`<body><row><th><ul><li>a${table(`<body>${th}</body>`)}</li></ul></th></row></body>`),
      'misplaced-element :2:32 <table> is not allowed in <th>.',
    ],
    [
      'blocks for columns',
      table(`<columns><column><p>a</p></column></columns><body>${th}</body>`),
      'misplaced-element :2:25 <p> is not allowed in <column>.',
    ],
    [
      'too many columns',
      table(`<body><row>${'<th>a</th>'.repeat(64)}</row></body>`),
      'too-many-columns :2:1 The table has 64 columns; the limit is 63.',
    ],
    ['HTML', '<table><thead/></table>', 'unknown-element :2:8 There is no element <thead>.'],
  ])('%s', async (_, text, finding) => {
    const found = await blocks(text);
    expect(found.startsWith(finding), found).toBe(true);
  });
});

heavy('a table of 5,000 rows', async () => {
  const rows = Array.from({ length: 5000 }, (_, index) => `row ${index}`);
  const tree = await blocks(body('{{#each rows}}<row><th>{{this}}</th><td>b</td></row>{{/each}}'), { data: { rows } });
  expect(tree.match(/^ {4}row$/gm)?.length).toBe(5001);
});
