/** Every node knows its template place, every text and attribute where it comes from, through all that a template does. */
import { describe, expect, test } from 'vitest';
import type { Place } from '../../src/diagnostics.ts';
import type { Inline } from '../../src/model/document.ts';
import { blocksOf } from '../../src/model/walk.ts';
import { around, type ReadSetup, read } from './kit.ts';

const data = {
  a: 'one',
  n: 0,
  yes: true,
  list: ['x', 'y'],
  items: [
    { name: 'first', sub: ['p'] },
    { name: 'second', sub: ['q'] },
  ],
  about: { lead: 'Lead' },
};

function where({ file, line, column, path }: Place): string {
  return `${file.replace('t/', '').replace('.hbs', '')}:${line}:${column}${path === undefined ? '' : ` ${path}`}`;
}

/** `text at | from` of all texts in the body's only section, which starts on line 1 with blocks from line 2 on. */
async function texts(text: string, setup: ReadSetup = {}): Promise<readonly string[]> {
  const { document, report } = await read(around(text), { data, ...setup });
  expect(report.diagnostics).toEqual([]);
  const found: string[] = [];
  const visit = (node: Inline): void => {
    if (node.type === 'text') found.push(`${node.value} ${where(node.at)} | ${where(node.from)}`);
    else if (node.type !== 'lineBreak') node.children.forEach(visit);
  };
  for (const block of document ? blocksOf(document) : []) if (block.type === 'paragraph') block.children.forEach(visit);
  return found;
}

describe('texts', () => {
  const cases: readonly (readonly [text: string, ...texts: readonly string[]])[] = [
    ['<p>word</p>', 'word document:2:4 | document:2:4'],
    ['<p>\n   word\n</p>', 'word document:3:4 | document:3:4'],
    ['<p>{{a}}</p>', 'one document:2:4 | data.json:1:5 $.a'],
    ['<p>{{! note }}{{~ a ~}}\n</p>', 'one document:2:15 | data.json:1:5 $.a'],
    ['<p>{{n}}</p>', '0 document:2:4 | data.json:2:5 $.n'],
    [
      '<p>a {{a}}, b</p>',
      'a  document:2:4 | document:2:4',
      'one document:2:6 | data.json:1:5 $.a',
      ', b document:2:11 | document:2:11',
    ],
    [
      '<p>&amp;&#x2014;{{a}}&amp;x</p>',
      '&— document:2:4 | document:2:4',
      'one document:2:17 | data.json:1:5 $.a',
      '&x document:2:22 | document:2:22',
    ],
    [
      '<p>𝒳𝒴{{a}} z</p>',
      '𝒳𝒴 document:2:4 | document:2:4',
      'one document:2:8 | data.json:1:5 $.a',
      ' z document:2:14 | document:2:14',
    ],
    [
      '{{#each list}}<p>\n{{this}}</p>{{/each}}',
      'x document:3:1 | data.json:4:5 $.list[0]',
      'y document:3:1 | data.json:5:5 $.list[1]',
    ],
    [
      '{{#each items}}{{#each sub}}\n <p>{{../name}}{{this}}</p>{{/each}}{{/each}}',
      'first document:3:5 | data.json:6:5 $.items[0].name',
      'p document:3:16 | data.json:7:5 $.items[0].sub[0]',
      'second document:3:5 | data.json:8:5 $.items[1].name',
      'q document:3:16 | data.json:9:5 $.items[1].sub[0]',
    ],
    [
      '{{#if yes}}\n  <p>{{a}}</p>\n{{else}}\n  <p>no</p>\n{{/if}}<p>end</p>',
      'one document:3:6 | data.json:1:5 $.a',
      'end document:6:11 | document:6:11',
    ],
    ['<p>{{#if n}}no{{else}}{{#unless n}} yes{{/unless}}{{/if}}</p>', 'yes document:2:37 | document:2:37'],
    [
      '{{#each list}}<p>{{@index}}. {{this}}</p>{{/each}}',
      '0.  document:2:18 | document:2:18',
      'x document:2:30 | data.json:4:5 $.list[0]',
      '1.  document:2:18 | document:2:18',
      'y document:2:30 | data.json:5:5 $.list[1]',
    ],
    ['<p>{{or n a}}</p>', 'one document:2:4 | data.json:1:5 $.a'],
    ['<p>{{lookup list 1}}</p>', 'y document:2:4 | data.json:5:5 $.list[1]'],
    ['<p>{{#with about}}{{lead}}{{/with}}</p>', 'Lead document:2:19 | data.json:10:5 $.about.lead'],
    [
      '{{> card about}}<p>after</p>',
      'Lead: partials/card:3:6 | data.json:10:5 $.about.lead',
      ': tail partials/card:3:14 | partials/card:3:14',
      'after document:2:20 | document:2:20',
    ],
    [
      '  {{> card about}}\n<p>after</p>',
      'Lead: partials/card:3:6 | data.json:10:5 $.about.lead',
      ': tail partials/card:3:14 | partials/card:3:14',
      'after document:3:4 | document:3:4',
    ],
    [
      '{{> outer about}}',
      'Lead: partials/card:3:6 | data.json:10:5 $.about.lead',
      ': tail partials/card:3:14 | partials/card:3:14',
      'end partials/outer:2:4 | partials/outer:2:4',
    ],
    ['<p>{{> word}}</p>', 'word partials/word:2:1 | partials/word:2:1'],
  ];
  test.each(cases)('%j', async (text, ...expected) => {
    const partials = {
      card: '{{! card }}\n  \n  <p>{{lead}}: tail</p>\n',
      outer: '{{> card this}}\n<p>end</p>',
      word: '\nword\n',
    };
    expect(await texts(text, { partials })).toEqual(expected.map((each) => each.replace('Lead: ', 'Lead ')));
  });

  test('the same with CRLF', async () => {
    const text = '{{#if yes}}\n  <p>\n  {{a}}\n b</p>\n{{/if}}\n\n<p>end</p>';
    const expected = await texts(text);
    expect(await texts(text.replaceAll('\n', '\r\n'))).toEqual(expected);
    expect(expected[0]).toBe('one document:4:3 | data.json:1:5 $.a');
  });
});

describe('attributes', () => {
  test('from data, from the template, from both', async () => {
    const text =
      '<aside label="{{a}}"><p>a <a href="https://example.org/{{about.lead}}">b</a></p></aside>\n' +
      '{{#each list}}<section id="{{this}}"><h>h</h></section>{{/each}}';
    const { document } = await read(around(text), { data });
    const [aside, first, second] = document?.body[0]?.blocks ?? [];
    if (aside?.type !== 'aside' || first?.type !== 'section' || second?.type !== 'section') throw new Error('misread');
    expect(aside.label && where(aside.label.from)).toBe('data.json:1:5 $.a');
    expect([first, second].map(({ id, at }) => `${id.value} ${where(id.from)} ${where(at)}`)).toEqual([
      'x data.json:4:5 $.list[0] document:3:15',
      'y data.json:5:5 $.list[1] document:3:15',
    ]);
    const [paragraph] = aside.blocks;
    const link = paragraph?.type === 'paragraph' ? paragraph.children[1] : undefined;
    if (link?.type !== 'link' || link.target.type !== 'web') throw new Error('misread');
    expect(`${link.target.href.value} ${where(link.target.href.from)} ${where(link.at)}`).toBe(
      'https://example.org/Lead data.json:10:5 $.about.lead document:2:27',
    );
  });

  test('a picture named by the template and by data', async () => {
    const text = '<figure>\n<img src="a.svg" alt="{{a}}"/></figure>{{> pic}}';
    const { document } = await read(around(text), {
      data: { a: 'b.svg' },
      partials: { pic: '<figure><img src="{{a}}"\n alt="x"/></figure>' },
    });
    const images = (document?.body[0]?.blocks ?? []).flatMap((block) => (block.type === 'figure' ? [block.image] : []));
    expect(images.map(({ picture, alt }) => `${where(picture.from)} | ${alt && where(alt.from)}`)).toEqual([
      'document:3:6 | data.json:1:5 $.a',
      'data.json:1:5 $.a | partials/pic:2:2',
    ]);
  });
});

describe('blocks', () => {
  /** The data's place of all blocks below the section. */
  const blocks = async (text: string, partials: Readonly<Record<string, string>> = {}) => {
    const { document, report } = await read(around(text), { data, partials });
    expect(report.diagnostics).toEqual([]);
    const [, ...found] = document ? blocksOf(document) : [];
    return found.map(({ type, from }) => `${type} ${from.path}`);
  };

  test.each([
    ['what it says', '<p>{{a}}</p>', ['paragraph $.a']],
    ['all that it says', '{{#with about}}<p>{{lead}} {{lead}}</p>{{/with}}', ['paragraph $.about.lead']],
    ['an item', '{{#each list}}<p>{{@index}}</p>{{/each}}', ['paragraph $.list[0]', 'paragraph $.list[1]']],
    [
      'the record around two values',
      '{{#each items}}<aside><p>{{name}}</p><p>{{lookup sub 0}}</p></aside>{{/each}}',
      [
        ...['aside $.items[0]', 'paragraph $.items[0].name', 'paragraph $.items[0].sub[0]'],
        ...['aside $.items[1]', 'paragraph $.items[1].name', 'paragraph $.items[1].sub[0]'],
      ],
    ],
    [
      'the list around two items',
      '<ul>{{#each list}}<li>{{this}}</li>{{/each}}</ul>',
      [...['list $.list', 'paragraph $.list[0]', 'paragraph $.list[1]']],
    ],
    [
      'the innermost record, whatever is said of others',
      '{{#with about}}<p>{{../a}}</p>{{/with}}',
      ['paragraph $.about'],
    ],
    ['words of the template: the whole', '<p>end</p>', ['paragraph $']],
    [
      'words of the template after a record',
      '{{#with about}}<p>{{lead}}</p>{{/with}}<p>end</p>',
      ['paragraph $.about.lead', 'paragraph $'],
    ],
  ] as const)('%s', async (_, text, expected) => expect(await blocks(text)).toEqual(expected));

  test('the record that a partial is called with, also with more beside it', async () => {
    const partials = { one: '<p>one</p>', two: '<p>{{name}}</p>{{#each sub}}<p>two</p>{{/each}}' };
    expect(await blocks('{{> one about}}{{#each items}}{{> two this name="x"}}{{/each}}', partials)).toEqual([
      'paragraph $.about',
      ...['paragraph $.items[0]', 'paragraph $.items[0].sub[0]', 'paragraph $.items[1]', 'paragraph $.items[1].sub[0]'],
    ]);
  });

  test('marks within a text, and cells without one', async () => {
    const table =
      '<table><caption>t</caption><body>{{#each items}}<row><th>{{name}}</th><td></td></row>{{/each}}</body></table>';
    const { document } = await read(around(`${table}<p><rich>{{b}}</rich></p>`), { data: { ...data, b: 'x **y** z' } });
    const [first, second] = document?.body[0]?.blocks ?? [];
    if (first?.type !== 'table' || second?.type !== 'paragraph') throw new Error('misread');
    expect(first.from.path).toBe('$.items');
    expect(first.body.map(({ from, cells }) => [from.path, ...cells.map((cell) => cell.from.path)])).toEqual([
      ['$.items[0]', '$.items[0].name', '$.items[0]'],
      ['$.items[1]', '$.items[1].name', '$.items[1]'],
    ]);
    expect(second.children.map(({ from }) => from.path)).toEqual(['$.b', '$.b', '$.b']);
  });
});

describe('faults of data are told at the data', () => {
  test.each([['\u0001'], ['\uFFFE']])('a character that XML cannot hold: %j', async (bad) => {
    const { document, report } = await read(around('<p>ok {{a}}</p>'), { data: { a: `x${bad}` } });
    expect(document).toBeNull();
    expect(report.diagnostics.map(({ code, at, related }) => [code, at?.path, related[0]?.at.line])).toEqual([
      ['forbidden-character', '$.a', 2],
    ]);
  });
});
