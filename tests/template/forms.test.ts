/** What a template may not be made of. Each refusal has its place, counted in the template as written here. */
import { describe, expect, test } from 'vitest';
import { heavy } from '../tier.ts';
import { compile, line, type Setup, written } from './kit.ts';

const data = { f: 'x', n: 0, list: ['a', 'b'], about: { title: 'T', lead: null } };

async function refusal(text: string, setup: Setup = {}): Promise<readonly string[]> {
  const { template, report } = await compile(text, { data, ...setup });
  expect(template).toBeNull();
  expect(report.diagnostics.every(({ severity, at }) => severity === 'error' && at !== null)).toBe(true);
  return report.diagnostics.map(line).map((text) => text.replace('t/document.hbs', ''));
}

const refused: readonly (readonly [what: string, text: string, ...findings: readonly string[]])[] = [
  ['raw output in three braces', '<p>{{{f}}}</p>', 'raw-output :1:4'],
  ['raw output with &', '<p>{{& f}}</p>', 'raw-output :1:4'],
  ['raw output of a helper', '<p>{{{lookup list 0}}}</p>', 'raw-output :1:4'],
  ['raw block', '<p>{{{{if f}}}}x{{{{/if}}}}</p>', 'unsupported-form :1:4'],
  ['log', '<p>{{log f}}</p>', 'unknown-helper :1:4'],
  ['bare section', '<p>{{#f}}x{{/f}}</p>', 'bare-section :1:4'],
  ['bare section over a list', '<p>{{#list}}x{{/list}}</p>', 'bare-section :1:4'],
  ['inverse section', '<p>{{^f}}x{{/f}}</p>', 'bare-section :1:4'],
  ['unknown helper', '<p>\n  {{upper f}}</p>', 'unknown-helper :2:3'],
  ['unknown helper in an argument', '<p>{{#if (nope f)}}x{{/if}}</p>', 'unknown-helper :1:10'],
  ['unknown helper with pairs', '<p>{{nope a=1}}</p>', 'unknown-helper :1:4'],
  ['unknown block helper', '<p>{{#every list}}x{{/every}}</p>', 'bare-section :1:4'],
  ['block as a value', '<p>{{if f}}</p>', 'misplaced-helper :1:4'],
  ['value helper as a block', '<p>{{#eq f f}}x{{/eq}}</p>', 'bare-section :1:4'],
  ['too few arguments', '<p>{{#if}}x{{/if}}</p>', 'wrong-arguments :1:4'],
  ['too many arguments', '<p>{{#each list f}}x{{/each}}</p>', 'wrong-arguments :1:4'],
  ['pairs for a helper', '<p>{{#if f includeZero=true}}x{{/if}}</p>', 'wrong-arguments :1:4'],
  ['literal as a path', '<p>{{"f"}}</p>', 'not-a-path :1:4'],
  ['number as a path', '<p>{{5}}</p>', 'not-a-path :1:4'],
  ['unknown @name', '<p>{{@filling}}</p>', 'unknown-path :1:6'],
  ['partial block', '<p>{{#> f}}x{{/f}}</p>', 'unsupported-form :1:4'],
  ['inline partial', '{{#*inline "f"}}x{{/inline}}', 'unsupported-form :1:1'],
  ['decorator', '{{* f}}', 'unsupported-form :1:1'],
  ['dynamic partial', '<p>{{> (lookup list 0)}}</p>', 'dynamic-partial :1:4'],
  ['partial from a folder up', '<p>{{> ../f}}</p>', 'partial-name :1:4'],
  ['partial in a folder', '<p>{{> f/g}}</p>', 'partial-name :1:4'],
  ['partial block reference', '<p>{{> @partial-block}}</p>', 'dynamic-partial :1:4'],
  ['partial inside a tag', '<p {{> f}}></p>', 'partial-in-tag :1:4'],
  ['partial in a value', '<p look="{{> f}}"></p>', 'partial-in-tag :1:10'],
  ['partial with two contexts', '<p>{{> f n f}}</p>', 'wrong-arguments :1:4'],
  ['dynamic tag', '<{{f}}>x</p>', 'dynamic-tag :1:2'],
  ['half a dynamic tag', '<h{{n}}>x</h1>', 'dynamic-tag :1:3'],
  ['dynamic closing tag', '<p>x</{{f}}>', 'dynamic-tag :1:7'],
  ['dynamic tag by a condition', '<h{{#if n}}1{{/if}}>x</h>', 'dynamic-tag :1:3'],
  ['dynamic attribute', '<p {{f}}="x">x</p>', 'dynamic-attribute :1:4'],
  ['half a dynamic attribute', '<p lo{{f}}="x">x</p>', 'dynamic-attribute :1:6'],
  ['value without quotes', '<p look={{f}}>x</p>', 'unquoted-value :1:9'],
  ['data after a value', '<p look="x"{{f}}>x</p>', 'dynamic-attribute :1:12'],
  ['XML comment', '<p>a</p>\n<!-- {{f}} -->', 'template-markup :2:1'],
  ['XML declaration', '<?xml version="1.0"?><p>a</p>', 'template-markup :1:1'],
  ['doctype', '<!DOCTYPE p><p>a</p>', 'template-markup :1:1'],
  ['block across a tag', '<p {{#if f}}look="x">{{/if}}x</p>', 'tag-across-blocks :1:4'],
  ['block across a value', '<p look="{{#if f}}x">{{/if}}x</p>', 'tag-across-blocks :1:10'],
  ['file that ends in a tag', '<p>x</p', 'tag-across-files :1:5'],
  ['private-use character', '<p>a\uE000</p>', 'private-use-character :1:5'],
];

describe('refused', () => {
  test.each(refused)('%s: %s', async (_, text, ...findings) => {
    const found = await refusal(text, { partials: { f: 'x' } });
    expect(found.map((each) => each.split(' ').slice(0, 2).join(' '))).toEqual(findings);
  });

  test('all at once, in order', async () => {
    const found = await refusal('<p>{{{f}}}</p>\n<{{f}}/>\n<p>{{upper f}}</p>');
    expect(found.map((each) => each.split(' ')[1])).toEqual([':1:4', ':2:2', ':3:4']);
  });

  test('in partials, with their file', async () => {
    const { report } = await compile('<p>{{> card about}}</p>', { data, partials: { card: '\n<b>{{{title}}}</b>' } });
    expect(report.diagnostics.map(line)).toEqual([
      'raw-output t/partials/card.hbs:2:4 Raw output would let data become markup.',
    ]);
  });

  test('a partial that is not there, at the call', async () => {
    const { report } = await compile('<p>\n{{> crad}}</p>');
    expect(report.diagnostics.map(line)).toEqual([
      'file-missing t/document.hbs:2:1 "t/partials/crad.hbs" does not exist.',
    ]);
  });

  test('a partial that includes itself, also by another', async () => {
    const own = await compile('{{> a}}', { partials: { a: '<p>x</p>{{> a}}' } });
    expect(own.report.diagnostics.map(line)).toEqual([
      'partial-includes-itself t/partials/a.hbs:1:9 The partial "a" includes itself.',
    ]);
    const other = await compile('{{> a}}', { partials: { a: '{{> b}}', b: '{{#if @root}}{{> a}}{{/if}}' } });
    expect(other.report.diagnostics.map(line)).toEqual([
      'partial-includes-itself t/partials/b.hbs:1:14 The partial "a" includes itself.',
    ]);
    expect(other.report.diagnostics[0]?.hints).toEqual(['The partials include each other: a → b → a.']);
  });

  test.each(['{{#if @root}}', '{{#if (not '] as const)('nesting without end: %s', async (open) => {
    const [middle, close] = open.includes('(') ? ['(not '.repeat(300), ''] : [open.repeat(300), '{{/if}}'.repeat(300)];
    const text = open.includes('(') ? `{{#if ${middle}f${')'.repeat(300)}}}x{{/if}}` : `${middle}x${close}`;
    const { template, report } = await compile(text, { data });
    expect(template).toBeNull();
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['template-too-deep']);
  });

  heavy('nesting that no parser survives', async () => {
    const { report } = await compile('{{#if @root}}'.repeat(2500) + '{{/if}}'.repeat(2500));
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['template-too-deep']);
  });

  test('a template that is not UTF-8', async () => {
    const { report } = await compile(new Uint8Array([0x3c, 0xff, 0xfe]));
    expect(report.diagnostics.map(line)).toEqual(['not-utf8 t/document.hbs:1:1 The template is not UTF-8.']);
  });
});

describe('syntax errors have their place', () => {
  const cases: readonly (readonly [text: string, finding: string])[] = [
    ['<p>\n  {{#if f}}x</p>', 'template-syntax :2:3 {{#if}} is never closed.'],
    ['{{#if f}}{{#each list}}x{{/each}}', 'template-syntax :1:1 {{#if}} is never closed.'],
    ['{{! {{#if}} }}{{#each list}}x', 'template-syntax :1:15 {{#each}} is never closed.'],
    ['<p>\n{{#if f}}x{{/each}}</p>', 'template-syntax :2:4 {{#if}} is closed by {{/each}}.'],
    ['<p>x{{/if}}</p>', 'template-syntax :1:5 This closes a block that is not open.'],
    ['<p>{{f</p>', 'template-syntax :1:6 The expression is not closed'],
    ['<p>{{f ', 'template-syntax :1:8 The template ends inside an expression.'],
    ['<p>\r\n{{}}</p>', 'template-syntax :2:3 The expression ends too early.'],
    ['<p>{{else}}</p>', 'template-syntax :1:4'],
    ['<p>{{foo/../bar}}</p>', 'template-syntax :1:6 Invalid path: foo/...'],
  ];
  test.each(cases)('%s', async (text, finding) => {
    const [found = '', ...others] = await refusal(text);
    expect(others).toEqual([]);
    expect(found.startsWith(finding), found).toBe(true);
  });
});

describe('allowed', () => {
  const allowed: readonly (readonly [text: string, result: string])[] = [
    ['<p>{{f}}</p>', '<p>x</p>'],
    ['<p look="{{f}}">a</p>', '<p look="x">a</p>'],
    ["<p look='{{f}}-{{f}}'>a</p>", "<p look='x-x'>a</p>"],
    ['<p {{#if f}}look="x"{{/if}}>a</p>', '<p look="x">a</p>'],
    ['<p{{#if f}} look="x"{{/if}}>a</p>', '<p look="x">a</p>'],
    ['<p{{#if n}} look="x"{{else}} look="y"{{/if}}>a</p>', '<p look="y">a</p>'],
    ['<p look="{{#if n}}x{{else}}y{{/if}}">a</p>', '<p look="y">a</p>'],
    ['<br/>{{! a comment with <b> and {{f}} }}', '<br/> }}'],
    ['<br/>{{!-- a comment with {{f}} --}}', '<br/>'],
    ['<p>\\{{f}}</p>', '<p>{{f}}</p>'],
    ['<p>{{this.f}}{{./f}}{{@root.f}}{{about.[title]}}</p>', '<p>xxxT</p>'],
    ['<p>a > b = "c" \'d\'</p>', '<p>a > b = "c" \'d\'</p>'],
    ['<p>𝒳</p><p look="{{f}}">𝒳</p>', '<p>𝒳</p><p look="x">𝒳</p>'],
    ['{{> card about}}', 'T'],
    ['{{> card about title=f}}', 'x'],
    ['{{#with about}}{{> card}}{{/with}}', 'T'],
    ['a{{> card about}}b', 'aTb'],
  ];
  test.each(allowed)('%s', async (text, result) => {
    expect(await written(text, { data, partials: { card: '{{! The title. }}\n{{title}}\n' } })).toBe(result);
  });

  test('a byte order mark and CRLF', async () => {
    expect(await written('\uFEFF<p>\r\n{{f}}</p>', { data })).toBe('<p>\r\nx</p>');
  });
});
