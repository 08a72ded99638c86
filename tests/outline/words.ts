/** Texts at random: what formats get wrong, in any mixture of marks. */
import fc from 'fast-check';
import type { Inline, Inlines, Lang } from '../../src/model/document.ts';
import { abbreviation, at, emphasis, from, l, lineBreak, link, note, span, strong, text } from '../make.ts';

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
    'საზღვრისმართვისპოლიტიკა'.repeat(6),
  ],
);
const several = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map((all) => all.join(' '));
export const short = several(4);
export const long = several(25);

/** Some parts are in another language than what is around them. */
export function elsewhere<N extends { readonly lang: Lang | null }>(node: fc.Arbitrary<N>): fc.Arbitrary<N> {
  const lang = fc.constantFrom(null, null, null, null, null, l('en'), l('ka'), l('de'));
  return fc.tuple(node, lang).map(([made, found]) => (found === null ? made : { ...made, lang: found }));
}

// Text may begin and end with a space where it meets other text, but not be one.
const piece = fc
  .tuple(fc.boolean(), long, fc.boolean())
  .map(([before, said, after]) => `${before ? ' ' : ''}${said}${after ? ' ' : ''}`);

const toEdition = (words: string): Inline => ({
  at,
  from: at,
  lang: null,
  type: 'link',
  target: { type: 'edition', edition: from(l('en')) },
  children: [text(words)],
});
/** Every document has these places. */
const target = fc.constantFrom(
  ...['https://iom.int/', 'https://iom.int/?a=1&b=%E1%83%90', 'mailto:a@iom.int'],
  ...['#one', '#one-table', '#one-figure', '#one-chart'],
);

/** Inlines without notes, as in titles and terms; and with them. */
export const { inlines, noted } = fc.letrec<{ inline: Inline; inlines: Inlines; noted: Inlines }>((tie) => {
  const formed = fc.oneof(
    tie('inlines').map((inner) => strong(inner)),
    tie('inlines').map((inner) => emphasis(inner)),
    fc.tuple(fc.constantFrom('en', 'ka'), piece).map(([lang, said]) => span(lang, said)),
    fc.tuple(target, short, piece).map(([to, one, two]) => link(to, [text(one), strong(two)])),
    short.map(toEdition),
    fc.tuple(piece, piece).map(([one, two]) => strong([text(one), lineBreak(), text(two)])),
    fc.tuple(short, long).map(([said, meant]) => abbreviation(said, meant)),
  );
  const called = elsewhere(tie('inlines').map(note));
  return {
    inline: fc.oneof({ weight: 1, arbitrary: piece.map(text) }, { weight: 1, arbitrary: elsewhere(formed) }),
    inlines: fc.array(tie('inline'), { minLength: 1, maxLength: 4 }),
    noted: fc.oneof(
      { weight: 4, arbitrary: tie('inlines') },
      {
        weight: 1,
        arbitrary: fc
          .tuple(tie('inlines'), called, fc.option(called), fc.option(tie('inlines')))
          .map(([before, one, two, after]): Inlines => {
            return [...before, one, ...(two === null ? [] : [strong([text('x'), two])]), ...(after ?? [])];
          }),
      },
    ),
  };
});
