/** Documents at random: any nesting that the markup allows, with the texts that formats get wrong. */
import fc from 'fast-check';
import type { Block, Document, Inline, Inlines, Lang, ListItem, Section } from '../../src/model/document.ts';
import { dump } from '../../src/model/dump.ts';
import {
  aside,
  at,
  document,
  emphasis,
  figure,
  from,
  l,
  li,
  lineBreak,
  link,
  ol,
  p,
  section,
  span,
  square,
  strong,
  text,
  ul,
  w,
} from '../make.ts';

const word = fc.constantFrom(
  ...[
    'მიგრაცია',
    'საზღვრისმართვისპოლიტიკა',
    'და',
    'IOM-ის',
    '„ციტატა“',
    '№ 7',
    '25 %',
    '2024–2025',
    '–',
    '(1)',
    '1951 წელს',
  ],
  ...[
    'well-known',
    'a/b',
    '<b>',
    '&amp;',
    '{{x}}',
    '*',
    'fi',
    '+995 32 225 22 16',
    'e-mail',
    '№\u00A07',
    'x\u2011y',
    'Ağrı',
    '...',
    'https://georgia.iom.int/programmes/immigration_and_border_management',
  ],
);
const several = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map((all) => all.join(' '));
const short = several(4);
const long = several(25);

/** Some parts are in another language than what is around them. */
function elsewhere<N extends { readonly lang: Lang | null }>(node: fc.Arbitrary<N>): fc.Arbitrary<N> {
  const lang = fc.constantFrom(null, null, null, null, null, l('en'), l('ka'), l('de'));
  return fc.tuple(node, lang).map(([made, found]) => (found === null ? made : { ...made, lang: found }));
}

// Text may begin and end with a space where it meets other text, but not be one.
const piece = fc
  .tuple(fc.boolean(), long, fc.boolean())
  .map(([before, said, after]) => `${before ? ' ' : ''}${said}${after ? ' ' : ''}`);

const toEdition = (words: string): Inline => ({
  at,
  lang: null,
  type: 'link',
  target: { type: 'edition', edition: from(l('en')) },
  children: [text(words)],
});
const target = fc.constantFrom('https://iom.int/', 'https://iom.int/?a=1&b=%E1%83%90', '#one', 'mailto:a@iom.int');

const { inlines } = fc.letrec<{ inline: Inline; inlines: Inlines }>((tie) => {
  const formed = fc.oneof(
    tie('inlines').map((inner) => strong(inner)),
    tie('inlines').map((inner) => emphasis(inner)),
    fc.tuple(fc.constantFrom('en', 'ka'), piece).map(([lang, said]) => span(lang, said)),
    fc.tuple(target, short, piece).map(([to, one, two]) => link(to, [text(one), strong(two)])),
    short.map(toEdition),
    fc.tuple(piece, piece).map(([one, two]) => strong([text(one), lineBreak(), text(two)])),
  );
  return {
    inline: fc.oneof({ weight: 1, arbitrary: piece.map(text) }, { weight: 1, arbitrary: elsewhere(formed) }),
    inlines: fc.array(tie('inline'), { minLength: 1, maxLength: 4 }),
  };
});

const paragraph = elsewhere(inlines.map((inner) => p(inner)));
const words = fc.tuple(fc.option(long), fc.option(inlines), fc.option(inlines));
const picture = elsewhere(words.map(([alt, caption, credit]) => ({ ...figure(square, alt), caption, credit })));

/** What stands wherever text flows; `depth` more lists may nest in it. */
function flowOf(depth: number): fc.Arbitrary<Block> {
  const flat = [
    { weight: 4, arbitrary: paragraph },
    { weight: 1, arbitrary: picture },
  ];
  return depth === 0 ? fc.oneof(...flat) : fc.oneof(...flat, { weight: 2, arbitrary: listOf(depth) });
}
function listOf(depth: number): fc.Arbitrary<Block> {
  const blocks = fc.array(flowOf(depth - 1), { minLength: 1, maxLength: 3 });
  const items = fc.array(elsewhere(blocks.map((all): ListItem => li(all))), { minLength: 1, maxLength: 3 });
  return elsewhere(fc.tuple(fc.boolean(), items).map(([ordered, all]) => (ordered ? ol(all) : ul(all))));
}
const flow = flowOf(3);

const box = fc.tuple(
  fc.array(flow, { minLength: 1, maxLength: 3 }),
  fc.constantFrom('panel', 'callout'),
  fc.option(short),
);
const boxed = elsewhere(box.map(([blocks, look, label]) => aside(blocks, look, label)));
const emblem = elsewhere(
  fc
    .tuple(short, fc.boolean())
    .map(([name, shown]) => ({ at, lang: null, name: from(w(name)), picture: shown ? from(square) : null })),
);
const emblems = elsewhere(
  fc.array(emblem, { minLength: 1, maxLength: 3 }).map((items): Block => ({ at, lang: null, type: 'emblems', items })),
);
const languages: Block = {
  ...{ at, lang: null, type: 'languages' },
  editions: [
    { lang: l('ka'), name: w('ქართული') },
    { lang: l('en'), name: w('English') },
  ],
};
const inPart = fc.oneof({ weight: 6, arbitrary: flow }, { weight: 1, arbitrary: emblems });
const onCover = fc.oneof({ weight: 6, arbitrary: inPart }, { weight: 1, arbitrary: fc.constant(languages) });
const some = fc.array(onCover, { maxLength: 3 });

/** Nested sections come last in their section. Ids are given afterwards. */
function sectionOf(depth: number): fc.Arbitrary<Section> {
  const inner = depth > 0 ? fc.array(sectionOf(depth - 1), { maxLength: 2 }) : fc.constant([]);
  const blocks = fc.array(fc.oneof({ weight: 5, arbitrary: inPart }, { weight: 1, arbitrary: boxed }), {
    minLength: 1,
    maxLength: 4,
  });
  return elsewhere(
    fc.tuple(inlines, blocks, inner).map(([title, own, sections]) => section('x', title, [...own, ...sections])),
  );
}

function named(found: Section, name: string): Section {
  const blocks = found.blocks.map((block, index) =>
    block.type === 'section' ? named(block, `${name}-${index}`) : block,
  );
  return { ...section(name, found.title, blocks), lang: found.lang };
}

/** Documents with a section `one` to link to. */
export const documents: fc.Arbitrary<Document> = fc
  .record({
    lang: fc.constantFrom('ka', 'en'),
    title: inlines,
    before: some,
    after: some,
    body: fc.array(sectionOf(3), { minLength: 1, maxLength: 2 }),
    imprint: fc.option(fc.array(onCover, { minLength: 1, maxLength: 3 })),
  })
  .map(({ lang, title, before, after, body, imprint }) => {
    const sections = [section('one', 'პირველი', [p('ა')]), ...body.map((found, index) => named(found, `s${index}`))];
    const made = document({ lang, before, after, body: sections, imprint });
    return readable({ ...made, cover: { ...made.cover, title: { at, lang: null, children: title } } });
  });

/** Counterexamples are shown as trees. */
function readable(made: Document): Document {
  return Object.defineProperty(made, fc.toStringMethod, { value: () => `\n${dump(made)}`, enumerable: false });
}
