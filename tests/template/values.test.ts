/** How values are written and judged: as plain texts with their places, and conditions as their values say. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unmark } from '../../src/model/markup.ts';
import { compile, fill, langOf, tree, type Value, written } from './kit.ts';

describe('conditions', () => {
  const yes: readonly Value[] = ['x', 'false', '0', 1, -1, true, ['a'], {}];
  const no: readonly Value[] = ['', 0, false, null, []];
  const holds = '{{#if v}}y{{else}}n{{/if}}{{#unless v}}n{{else}}y{{/unless}}';
  test.each(yes.map((v) => [v]))('%j is yes', async (v) => expect(await written(holds, { data: { v } })).toBe('yy'));
  test.each(no.map((v) => [v]))('%j is no', async (v) => expect(await written(holds, { data: { v } })).toBe('nn'));
  test.each(yes.map((v) => [v]))('not %j', async (v) =>
    expect(await written('{{#if (not v)}}n{{else}}y{{/if}}', { data: { v } })).toBe('y'),
  );

  const cases: readonly (readonly [text: string, result: string])[] = [
    ['{{#if (eq n 0)}}y{{/if}}', 'y'],
    ['{{#if (eq n "0")}}y{{/if}}', ''],
    ['{{#if (eq e "")}}y{{/if}}', 'y'],
    ['{{#if (eq f false)}}y{{/if}}', 'y'],
    ['{{#if (eq none null)}}y{{/if}}', 'y'],
    ['{{#if (eq s t)}}y{{/if}}', 'y'],
    ['{{#if (and s n)}}y{{else}}n{{/if}}', 'n'],
    ['{{#if (or n s)}}y{{/if}}', 'y'],
    ['{{or n e s}}', 'x'],
    ['{{or n e}}', ''],
    ['{{and s n}}', '0'],
    ['{{eq s t}}', 'true'],
    ['{{#each empty}}y{{else}}n{{/each}}', 'n'],
    ['{{#with none}}y{{else}}n{{/with}}', 'n'],
    ['{{#with s}}{{this}}{{/with}}', 'x'],
  ];
  test.each(cases)('%s', async (text, result) => {
    const data = { n: 0, e: '', f: false, none: null, s: 'x', t: 'x', empty: [] };
    expect(await written(text, { data })).toBe(result);
  });
});

describe('written', () => {
  test.each([
    ['x', 'x'],
    [0, '0'],
    [1.5, '1.5'],
    [false, 'false'],
    [true, 'true'],
    ['', ''],
    [null, ''],
  ] as const)('%j', async (v, result) => expect(await written('{{v}}', { data: { v } })).toBe(result));

  test.each(['', 0, false, 'x'])('%j carries its place, also through helpers', async (v) => {
    const text = '{{v}}|{{or v v}}|{{lookup list 0}}|{{#each list}}{{this}}{{/each}}|{{> p v}}|{{> q x=v}}';
    const { markup } = await fill(text, { data: { v, list: [v] }, partials: { p: '{{this}}', q: '{{x}}' } });
    const paths = unmark(markup?.text ?? '').flatMap(({ origin }) =>
      origin === null ? [] : [markup?.origins[origin]?.place.path],
    );
    expect(paths).toEqual(['$.v', '$.v', '$.list[0]', '$.list[0]', '$.v', '$.v']);
  });

  test('a compiled template can be filled again and again', async () => {
    const { template, report } = await compile('{{v}}', { data: { v: 'x' } });
    const texts = ['1', '2', '1'].map((v) => template?.fill(tree({ v }), langOf('en'), report)?.text);
    expect(texts[0]).toBe(texts[2]);
    expect(texts[0]).not.toBe(texts[1]);
  });

  test('data with a private-use character stops the filling', async () => {
    const { markup, report } = await fill('a{{v}}', { data: { v: 'x\uE002' } });
    expect(markup).toBeNull();
    expect(report.diagnostics.map(({ code, at }) => [code, at?.column])).toEqual([['private-use-character', 2]]);
  });
});

describe('properties', () => {
  const anything = fc.string({ unit: 'binary' });

  test('random templates give findings, never throw', async () => {
    const token = fc.constantFrom(
      '{{',
      '}}',
      '{{{',
      '}}}',
      '{{#if ',
      '{{#each ',
      '{{/if}}',
      '{{/each}}',
      '{{else}}',
      '{{> p}}',
      '{{!',
      '--}}',
      '(',
      ')',
      'v',
      'list',
      ' ',
      '.',
      '/',
      '@',
      '|',
      'as |x|',
      '"',
      "'",
      '=',
      '<p',
      '</p>',
      '>',
      '/>',
      '~',
      '\\',
      '\n',
      '\r\n',
      '[',
      ']',
      '&',
      '*',
      '^',
      '#',
    );
    const text = fc.oneof(
      anything,
      fc
        .array(fc.oneof({ arbitrary: token, weight: 6 }, fc.string()), { maxLength: 30 })
        .map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(text, async (template) => {
        const { markup, report } = await fill(template, {
          data: { v: 'x', list: ['a'] },
          partials: { p: '<b>{{v}}</b>' },
        });
        expect(markup === null).toBe(report.failed);
      }),
      { numRuns: 1000 },
    );
  });

  test('random bytes give findings, never throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const { template, report } = await compile(bytes);
        expect(template === null).toBe(report.failed);
      }),
    );
  });
});
