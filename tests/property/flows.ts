/** Documents as people write them, at random: what is hard to part between pages, in any order and of any length. */
import fc from 'fast-check';
import type { Block, Blocks, Document, Section } from '../../src/model/document.ts';
import type { Picture } from '../../src/model/picture.ts';
import {
  aside,
  bodyRow,
  chart,
  columns,
  document,
  figure,
  headRow,
  li,
  lookedRow,
  lookOf,
  note,
  ol,
  p,
  quote,
  restart,
  section,
  square,
  table,
  terms,
  text,
  ul,
} from '../make.ts';

const georgian = ['მიგრაციის', 'მართვის', 'პოლიტიკა', 'და', 'საზღვრის', 'თანამშრომლობა', 'ახალი', 'გზა', 'უსაფრთხოება'];
const english = ['migration', 'of', 'the', 'border', 'officers', 'cooperation', 'a', 'new', 'assessment', 'regions'];

const said = (least: number, most: number): fc.Arbitrary<string> =>
  fc.tuple(fc.boolean(), fc.integer({ min: least, max: most }), fc.nat(8)).map(([isGeorgian, count, from]) => {
    const words = isGeorgian ? georgian : english;
    const all = Array.from(
      { length: count },
      (_, index) => words[(from + index * (index % 3 === 0 ? 1 : 4)) % words.length],
    );
    return `${all.join(' ')}.`;
  });
const short = said(1, 4);
const sentence = said(3, 20);
const long = said(3, 120);

const shaped = (width: number, height: number): Picture => ({
  ...square,
  file: `square-${width}-${height}.svg`,
  width,
  height,
  bytes: new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path d="M0 0H${width}V${height}H0Z" fill="#1F5CB5"/></svg>`,
  ),
});
const pictures = [shaped(400, 100), shaped(400, 225), shaped(300, 300), shaped(200, 500), shaped(80, 60)];

const paragraph = fc.tuple(long, fc.option(said(3, 40), { freq: 8 })).map(([words, noted]): Block => {
  return noted === null ? p(words) : p([text(words), note(noted)]);
});
const list = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(said(1, 40), fc.boolean()), { minLength: 1, maxLength: 12 }))
  .map(([ordered, items]): Block => {
    const all = items.map(([words, deep]) => (deep ? li([p(words), ul(['one', words, 'three'])]) : li(words)));
    return ordered ? ol(all) : ul(all);
  });
const led = fc.tuple(sentence, list).map(([words, items]) => [p(`${words.slice(0, -1)}:`), items]);
const rows = fc
  .tuple(fc.integer({ min: 1, max: 40 }), said(1, 30), fc.boolean(), fc.boolean(), fc.boolean())
  .map(([count, words, wide, total, sourced]): Block => {
    const body = Array.from({ length: count }, (_, row) =>
      bodyRow(`# row ${row}`, row % 3 === 0 ? words : `${row}`, '7'),
    );
    const all = total ? [...body, lookedRow('total', '# Total', '7', '7')] : body;
    const rest = { wide: wide && count % 5 === 0, source: sourced ? [text('Counted by us')] : null };
    return table([headRow('# Name', '# What was done', '# Number')], all, { ...rest, number: null });
  });
const charts = fc
  .tuple(fc.integer({ min: 1, max: 14 }), fc.constantFrom('bar', 'line', 'share'), fc.boolean())
  .map(([count, kind, sourced]): Block => {
    const points = Object.fromEntries(Array.from({ length: count }, (_, index) => [`c${index}`, index + 1]));
    return chart(points, { kind: kind as 'bar', source: sourced ? [text('Counted by us')] : null });
  });
const figures = fc
  .tuple(fc.constantFrom(...pictures), fc.option(sentence), fc.option(short))
  .map(([picture, caption, credit]): Block => {
    const made = figure(picture, 'A blue field', caption);
    return { ...made, credit: credit === null ? null : [text(credit)] };
  });
const others: fc.Arbitrary<Blocks> = fc.oneof(
  fc.tuple(long, short).map(([words, source]) => [quote([p(words)], source)]),
  fc.tuple(fc.array(long, { minLength: 1, maxLength: 3 }), short).map(([all, label]) => {
    return [
      aside(
        all.map((words) => p(words)),
        'callout',
        label,
      ),
    ];
  }),
  fc.array(fc.tuple(short, sentence), { minLength: 1, maxLength: 8 }).map((items) => [terms(items, 'facts')]),
  fc.array(fc.tuple(short, short), { minLength: 1, maxLength: 6 }).map((items) => [
    ul(
      items.map(([one, two]) => li([p(one, 'figure'), p(two, 'label')])),
      'figures',
    ),
  ]),
  fc.array(fc.tuple(short, sentence), { minLength: 1, maxLength: 8 }).map((items) => [
    ol(
      items.map(([one, two]) => li([p(one, 'date'), p(two, 'event')])),
      'timeline',
    ),
  ]),
  fc.tuple(long, long).map(([one, two]) => [columns([p(one)], [p(two)])]),
  sentence.map((words) => [p(words, 'lead')]),
);

const blocks: fc.Arbitrary<Blocks> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: paragraph.map((one): Blocks => [one]) },
      { weight: 2, arbitrary: led },
      { weight: 2, arbitrary: fc.oneof(rows, charts, figures).map((one): Blocks => [one]) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(sentence, fc.oneof(rows, charts, figures))
          .map(([words, one]): Blocks => [p(`${words.slice(0, -1)}:`), one]),
      },
      { weight: 2, arbitrary: others },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((groups) => groups.flat());

interface Part {
  readonly title: string;
  readonly own: Blocks;
  readonly inner: readonly Part[];
}
const part = (depth: number): fc.Arbitrary<Part> =>
  fc.record({
    title: said(1, 14).map((words) => words.slice(0, -1)),
    own: depth < 2 ? fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 3, arbitrary: blocks }) : blocks,
    inner: depth < 2 ? fc.array(part(depth + 1), { maxLength: 2 }) : fc.constant([]),
  });

function sectionOf({ title, own, inner }: Part, name: string, opens: boolean): Section {
  const sections = inner.map((each, index) => sectionOf(each, `${name}-${index}`, false));
  const blocks = own.length + sections.length === 0 ? [p('Nothing yet.')] : [...own, ...sections];
  return { ...section(name, title, blocks), look: lookOf(opens ? 'opening' : null) };
}

/** In English with Georgian among it; notes are numbered as they are read. */
export const flows: fc.Arbitrary<Document> = fc
  .tuple(fc.array(part(0), { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([parts, opens]) => numbered(document({ body: parts.map((one, index) => sectionOf(one, `s${index}`, opens)) })));

function numbered(tree: Document): Document {
  restart();
  let count = 0;
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array || value instanceof Map)
      return value;
    const copy: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(value)) copy[key] = visit(inner);
    if (copy.type === 'note') copy.number = ++count;
    return copy;
  };
  return visit(tree) as Document;
}
