/** Misspelled paths: found before anything is filled, in branches too that do not run; and while filling where the shape is silent. */
import { describe, expect, test } from 'vitest';
import type { DataShape } from '../../src/model/datum.ts';
import { compile, fill, line, shapeOf } from './kit.ts';

const data = {
  title: 'T',
  none: null,
  items: [
    { name: 'a', tags: ['x', 'y'] },
    { name: 'b', tags: [] },
  ],
  about: { lead: 'L', more: { deep: 'D' } },
};

async function findings(text: string, partials = {}): Promise<readonly string[]> {
  const { report } = await compile(text, { data, partials });
  return report.diagnostics.map((found) => line(found).replace('t/document.hbs', ''));
}

describe('refused before filling', () => {
  const cases: readonly (readonly [text: string, ...findings: readonly string[]])[] = [
    ['{{titel}}', 'unknown-path :1:3 There is no "titel" here.'],
    ['{{about.laed}}', 'unknown-path :1:3 There is no "laed" here.'],
    ['{{#if titel}}x{{/if}}', 'unknown-path :1:7 There is no "titel" here.'],
    ['{{#unless about.x}}x{{/unless}}', 'unknown-path :1:11 There is no "x" here.'],
    ['{{#if none}}{{titel}}{{/if}}', 'unknown-path :1:15 There is no "titel" here.'],
    ['{{#if title}}x{{else}}{{titel}}{{/if}}', 'unknown-path :1:25 There is no "titel" here.'],
    ['{{#if title}}x{{else if titel}}x{{/if}}', 'unknown-path :1:25 There is no "titel" here.'],
    ['{{#each item}}x{{/each}}', 'unknown-path :1:9 There is no "item" here.'],
    ['{{#each items}}{{nam}}{{/each}}', 'unknown-path :1:18 There is no "nam" here.'],
    ['{{#each items}}{{title}}{{/each}}', 'unknown-path :1:18 There is no "title" here.'],
    ['{{#each items}}{{../titel}}{{/each}}', 'unknown-path :1:18 There is no "titel" here.'],
    ['{{#each items as |item|}}{{item.nam}}{{/each}}', 'unknown-path :1:28 There is no "nam" here.'],
    ['{{#with about}}{{title}}{{/with}}', 'unknown-path :1:18 There is no "title" here.'],
    ['{{#if (eq title titel)}}x{{/if}}', 'unknown-path :1:17 There is no "titel" here.'],
    ['{{#if (not (and title about.x))}}x{{/if}}', 'unknown-path :1:23 There is no "x" here.'],
    ['{{or none titel}}', 'unknown-path :1:11 There is no "titel" here.'],
    ['{{@root.titel}}', 'unknown-path :1:3 There is no "titel" here.'],
    ['{{title.text}}', 'unknown-path :1:3 The field "text" is used on a text.'],
    ['{{title.toHTML}}', 'unknown-path :1:3 The field "toHTML" is used on a text.'],
    ['{{title.length}}', 'unknown-path :1:3 The field "length" is used on a text.'],
    ['{{constructor}}', 'unknown-path :1:3 There is no "constructor" here.'],
    ['{{about.__proto__}}', 'unknown-path :1:3 There is no "__proto__" here.'],
    ['{{items.name}}', 'unknown-path :1:3 The field "name" is used on a list.'],
    ['{{items.0.nam}}', 'unknown-path :1:3 There is no "nam" here.'],
    ['{{lookup about titel}}', 'unknown-path :1:16 There is no "titel" here.'],
    ['{{../title}}', 'unknown-path :1:3 "../title" leads out of this file.'],
    ['{{items}}', 'not-text :1:1 A list is written as if it were a text.'],
    ['{{about}}', 'not-text :1:1 A group of fields is written as if it were a text.'],
    ['{{#each items}}{{this}}{{/each}}', 'not-text :1:16 A group of fields is written as if it were a text.'],
    ['{{#each about}}x{{/each}}', 'not-a-list :1:1 {{#each}} needs a list, and this is a group of fields.'],
    ['{{#each title}}x{{/each}}', 'not-a-list :1:1 {{#each}} needs a list, and this is a text.'],
    ['{{> card}}', 'unknown-path t/partials/card.hbs:1:3 There is no "name" here.'],
    ['{{> card abuot}}', 'unknown-path :1:10 There is no "abuot" here.'],
    [
      '{{> card about nam=titel}}',
      'unknown-path :1:20 There is no "titel" here.',
      'unknown-path t/partials/card.hbs:1:3 There is no "name" here.',
    ],
    [
      '{{> card title name=title}}',
      'wrong-arguments :1:1 A partial that is given a text does not take name=value pairs.',
    ],
    ['{{#each items}}{{> up this}}{{/each}}', 'unknown-path t/partials/up.hbs:1:3 "../title" leads out of this file.'],
  ];
  test.each(cases)('%s', async (text, ...expected) => {
    expect(await findings(text, { card: '{{name}}', up: '{{../title}}' })).toEqual(expected);
  });

  test('says what was meant, and what there is', async () => {
    const { report } = await compile('{{about.laed}}', { data });
    expect(report.diagnostics[0]?.hints).toEqual(['Did you mean "lead"?', 'Known fields here: lead, more.']);
  });

  test('all of them, each once', async () => {
    const text = '{{a}}{{#each items}}{{> card this}}{{> card this}}{{/each}}\n{{b}}';
    expect(await findings(text, { card: '{{nam}}' })).toEqual([
      'unknown-path :1:3 There is no "a" here.',
      'unknown-path t/partials/card.hbs:1:3 There is no "nam" here.',
      'unknown-path :2:3 There is no "b" here.',
    ]);
  });
});

describe('allowed', () => {
  const cases: readonly (readonly [text: string, result: string])[] = [
    ['{{#each items}}{{name}}{{@index}}{{#each tags}}{{this}}{{../name}}{{@../index}}{{/each}}{{/each}}', 'a0xa0ya0b1'],
    ['{{#each items as |item n|}}{{item.name}}{{n}}{{/each}}', 'a0b1'],
    ['{{#each items}}{{#with ../about}}{{lead}}{{../name}}{{../../title}}{{/with}}{{/each}}', 'LaTLbT'],
    ['{{#with about as |a|}}{{a.lead}}{{#with a.more}}{{deep}}{{a.lead}}{{/with}}{{/with}}', 'LDL'],
    ['{{items.length}}{{items.0.name}}{{items.[1].name}}{{items.5.name}}', '2ab'],
    ['{{#with (lookup items 1)}}{{name}}{{/with}}{{lookup about "lead"}}', 'bL'],
    ['{{none}}{{lookup none "x"}}', ''],
    ['{{#each items}}{{> card}}{{> card this}}{{> card name="z"}}{{/each}}', 'aazbbz'],
    ['{{> rooted about}}', 'TL'],
    ['{{> both about title=title}}', 'TL'],
  ];
  test.each(cases)('%s', async (text, result) => {
    const partials = { card: '{{name}}', rooted: '{{@root.title}}{{lead}}', both: '{{title}}{{lead}}' };
    const { markup, report } = await fill(text, { data, partials });
    expect(report.diagnostics.map(line)).toEqual([]);
    expect(markup?.text.replace(/\uE002\d+\uE001|\uE003/g, '')).toBe(result);
  });

  test('null for a group or a list', async () => {
    const text =
      '{{#if group}}{{> card group}}{{/if}}{{group.name}}{{#each list}}x{{else}}none{{/each}}{{list.length}}';
    const shape = shapeOf({ group: { name: 'x' }, list: ['x'] });
    const { markup, report } = await fill(text, {
      data: { group: null, list: null },
      shape,
      partials: { card: '{{name}}' },
    });
    expect(report.diagnostics.map(line)).toEqual([]);
    expect(markup?.text).toBe('none');
  });

  test('@first and @last', async () => {
    const { markup } = await fill(
      '{{#each items}}{{#if @first}}[{{/if}}{{#unless @last}},{{else}}]{{/unless}}{{/each}}',
      { data },
    );
    expect(markup?.text).toBe('[,]');
  });
});

describe('while filling', () => {
  // A shape that promises what the data does not hold stands for all that the lint cannot see.
  const leaf: DataShape = { type: 'leaf' };
  const shape: DataShape = {
    type: 'record',
    fields: { a: leaf, deep: { type: 'record', fields: { a: leaf } }, list: { type: 'list', items: leaf }, key: leaf },
  };
  const cases: readonly (readonly [text: string, finding: string])[] = [
    ['{{a}}', 'unknown-path t/document.hbs:1:3 There is no "a" here.'],
    ['x\n {{#if a}}{{/if}}', 'unknown-path t/document.hbs:2:8 There is no "a" here.'],
    ['{{#if (eq key a)}}{{/if}}', 'unknown-path t/document.hbs:1:15 There is no "a" here.'],
    ['{{> p deep}}', 'unknown-path t/partials/p.hbs:1:3 There is no "a" here.'],
    ['{{> p deep x=a}}', 'unknown-path t/document.hbs:1:14 There is no "a" here.'],
    ['{{lookup deep key}}', 'unknown-path t/document.hbs:1:1 There is no "lead" here.'],
    ['{{#with (lookup deep key)}}x{{/with}}', 'unknown-path t/document.hbs:1:9 There is no "lead" here.'],
    ['{{lookup list key}}', 'unknown-path t/document.hbs:1:1 The field "lead" is used on a list.'],
    [
      '{{#each list}}{{this}}{{/each}}',
      'not-text t/document.hbs:1:15 A group of fields is written as if it were a text.',
    ],
    [
      '{{#each list}}{{this.x.y}}{{/each}}',
      'unknown-path t/document.hbs:1:17 The field "y" is used on a text, which does not have fields.',
    ],
  ];
  test.each(cases)('%s', async (text, finding) => {
    const own: DataShape = text.includes('this.x')
      ? {
          type: 'record',
          fields: {
            list: { type: 'list', items: { type: 'record', fields: { x: { type: 'record', fields: { y: leaf } } } } },
          },
        }
      : shape;
    const held = { deep: { b: '1' }, key: 'lead', list: [{ x: '1' }] };
    const { markup, report } = await fill(text, { data: held, shape: own, partials: { p: '{{a}}' } });
    expect(markup).toBeNull();
    expect(report.diagnostics.map(line)).toEqual([finding]);
  });

  test('a template that grows without measure', async () => {
    const list = Array.from({ length: 150 }, (_, index) => index);
    const { markup, report } = await fill(
      '{{#each list}}{{#each @root.list}}{{#each @root.list}}x{{/each}}{{/each}}{{/each}}',
      { data: { list } },
    );
    expect(markup).toBeNull();
    expect(report.diagnostics.map(line)).toEqual([
      'output-too-large t/document.hbs:1:1 The template writes too much markup.',
    ]);
  });

  test('data that is too much for a template of ours', async () => {
    const list = Array.from({ length: 150 }, (_, index) => index);
    const text = '{{#each list}}{{#each @root.list}}{{#each @root.list}}x{{/each}}{{/each}}{{/each}}';
    const { markup, report } = await fill(text, { entry: '/etrati/document.hbs', data: { list } });
    expect(markup).toBeNull();
    expect(report.diagnostics.map(line)).toEqual([
      'output-too-large data.json:1:1 The data holds more than one document may have.',
    ]);
    expect(report.diagnostics[0]?.at?.path).toBe('$');
  });

  test('partials that multiply', async () => {
    const names = 'abcdefgh'.split('');
    const partials = Object.fromEntries(
      names.map((name, index) => [name, `{{> ${names[index + 1] ?? 'z'}}}`.repeat(10)]),
    );
    const { markup, report } = await fill('{{> a}}', { partials: { ...partials, z: 'x'.repeat(100) } });
    expect(markup).toBeNull();
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['output-too-large']);
  });
});

describe('a text of paragraphs and lists', () => {
  const shape: DataShape = { type: 'record', fields: { body: { type: 'leaf', block: true }, lead: { type: 'leaf' } } };
  const found = async (text: string) => (await compile(text, { shape })).report.diagnostics;

  test.each([
    '<rich>{{body}}</rich>',
    '<p><rich>{{body}}</rich></p>',
    '<p>{{body}}</p>',
    '<rich block="false">{{body}}</rich>',
  ])('is refused in %s, with what to write', async (text) => {
    expect(await found(text)).toMatchObject([
      {
        code: 'misplaced-text',
        severity: 'error',
        hints: [expect.stringContaining('<rich block="true">{{body}}</rich>')],
      },
    ]);
  });

  test.each([
    '<rich block="true">{{body}}</rich>',
    '<rich block="{{lead}}">{{body}}</rich>',
    '<p><rich>{{lead}}</rich></p>',
  ])('is allowed in %s', async (text) => {
    expect(await found(text)).toEqual([]);
  });
});
