/** Whatever the document, the file says the same in the same order: random documents, read back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Blocks, Inline, Section } from '../../src/model/document.ts';
import { compareOutlines } from '../../src/outline/compare.ts';
import { expectedOutline } from '../../src/outline/expected.ts';
import { projections } from '../../src/outline/projection.ts';
import { outlineOf } from '../../src/outline/read.ts';
import {
  aside,
  bodyRow,
  columns,
  document,
  emphasis,
  figure,
  headRow,
  li,
  lineBreak,
  link,
  lookedRow,
  note,
  ol,
  p,
  quote,
  section,
  span,
  spanning,
  square,
  strong,
  table,
  terms,
  text,
  ul,
} from '../make.ts';
import { write } from './kit.ts';

const words = fc.constantFrom('საზღვარი', 'Border', 'IOM-ის', '25 %', '<b>', '{{x}}', '&amp;', '* _', '„ასე“', '{a}');
const phrase = fc.array(words, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const inline: fc.Arbitrary<Inline> = fc.oneof(
  phrase.map(text),
  phrase.map(strong),
  phrase.map(emphasis),
  phrase.map((said) => span('ka', said)),
  phrase.map((said) => link('https://iom.int/a#b', said)),
  phrase.map((said) => link('#one', [strong(said)])),
  fc.constant(lineBreak()),
);
const paragraph = fc
  .tuple(phrase, fc.array(inline, { maxLength: 3 }), fc.constantFrom(null, 'lead', 'small'))
  .map(([first, rest, look]) => p([text(`${first} `), ...rest], look));
const picture = fc.tuple(fc.option(phrase), fc.option(phrase)).map(([alt, caption]) => figure(square, alt, caption));

function list(depth: number): fc.Arbitrary<Block> {
  const further: fc.Arbitrary<Blocks> =
    depth === 0 ? fc.constant([]) : fc.array(fc.oneof(list(depth - 1), paragraph), { maxLength: 3 });
  const item = fc.tuple(paragraph, further).map(([first, rest]) => li([first, ...rest]));
  const items = fc.array(item, { minLength: 1, maxLength: 3 });
  const look = fc.constantFrom(null, 'route', 'dash', 'principal');
  return fc.oneof(
    fc.tuple(items, look).map(([all, name]) => ul(all, name)),
    items.map((all) => ol(all)),
  );
}
const noted = phrase.map((said) => p([text('Noted '), note(said), text(' here.')]));
const said = fc
  .tuple(fc.array(paragraph, { minLength: 1, maxLength: 2 }), fc.option(phrase))
  .map(([blocks, source]) => quote(blocks, source));
const facts = fc
  .tuple(fc.array(fc.tuple(phrase, phrase), { minLength: 1, maxLength: 3 }), fc.constantFrom(null, 'abbreviations'))
  .map(([items, look]) => terms(items, look));
const cell = fc.oneof(phrase, fc.constant(''));
const grid = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
    fc.boolean(),
  )
  .map(([width, rows, wide]) => {
    const head = headRow(...Array.from({ length: width }, (_, i) => `# Column ${i}`));
    const group = lookedRow('group', spanning('# Group', { scope: 'row-group', columnSpan: width }));
    const body = rows.map((cells) => bodyRow(...cells.slice(0, width)));
    return table([head], [group, ...body], { wide, source: [text('Source')] });
  });
const flow = fc.oneof(paragraph, picture, list(2), noted, said, facts, grid);
const parts = fc
  .tuple(fc.array(flow, { maxLength: 2 }), fc.array(flow, { minLength: 1, maxLength: 2 }))
  .map((all) => columns(...all));
const beside = fc
  .tuple(
    fc.array(fc.oneof(paragraph, picture, list(2), noted), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('panel', 'callout'),
  )
  .map(([blocks, look]) => aside(blocks, look));

function sections(depth: number, prefix: string): fc.Arbitrary<Section[]> {
  const inner = depth === 0 ? fc.constant([]) : sections(depth - 1, `${prefix}-x`);
  const blocks = fc.array(fc.oneof(flow, beside, parts), { maxLength: 4 });
  const one = fc.tuple(phrase, blocks, inner);
  return fc.array(one, { minLength: depth === 2 ? 1 : 0, maxLength: 2 }).map((found) =>
    found.map(([title, own, nested], index) => {
      return section(index === 0 && prefix === 's' ? 'one' : `${prefix}-${index}`, title, [...own, ...nested]);
    }),
  );
}

/** Notes in the order in which they are read, as the reader of the markup counts them. */
function counted<T>(whole: T): T {
  let count = 0;
  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(visit);
    if (typeof node !== 'object' || node === null || node instanceof Uint8Array) return node;
    const number = 'type' in node && node.type === 'note' ? { number: ++count } : {};
    return { ...Object.fromEntries(Object.entries(node).map(([key, value]) => [key, visit(value)])), ...number };
  };
  return visit(whole) as T;
}

const documents = fc
  .record({
    lang: fc.constantFrom('ka', 'en'),
    body: sections(2, 's'),
    imprint: fc.option(fc.array(paragraph, { minLength: 1, maxLength: 2 })),
  })
  .map((parts) => counted(document(parts)));

describe('the outline of the file', () => {
  it('is the document’s', async () => {
    const property = fc.asyncProperty(documents, async (made) => {
      const expected = expectedOutline(made, { name: 'test', extension: 'docx' });
      expect(compareOutlines(expected, await outlineOf(await write(made), 'docx'), projections.docx)).toBeNull();
    });
    await fc.assert(property, { numRuns: 40, seed: 20261122 });
  });
});
