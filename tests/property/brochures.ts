/** Brochure data at random: valid by the schema, with the texts that formats get wrong. */
import fc from 'fast-check';
import { words } from '../../src/model/build.ts';
import { gza } from '../theme/gza.ts';

const letters = (from: string, to: string): readonly string[] => {
  const [first, last] = [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0];
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
};
const spelt = (alphabet: readonly string[], most: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: most });

const georgian = letters('ა', 'ჰ');
const latin = [...letters('a', 'z'), ...letters('A', 'Z'), ...'éüğıŞßŒŁÿ', 'ﬁ'.normalize('NFKC'), 'ffi'];
const marked = ['e\u0301', 'q\u0308', 'ა\u0301', 'ო\u0323\u0301', 'A\u030A', '\u0301'];
const signs = [...'.,:;!?()[]/|+=%#@$^~`€₾№§©®°±×÷½…•→←'];
const quotes = ['„', '“', '”', '"', "'", '’', '«', '»', '–', '—', '-', '\u2011', '\u2010'];
const markup = [
  '<b>',
  '</p>',
  '<!--',
  ']]>',
  '<?x?>',
  '&amp;',
  '&',
  '<',
  '>',
  '{{x}}',
  '{{{y}}}',
  '{{#if z}}',
  '\\{{',
  '}}',
];
const stress = ['*', '_', '**a**', '_b_', '[c](https://d)', '\\', '$&', '$1', '%s', '%E1%83', '\\u0041', '(\\', ')'];
const settings = [
  '25 %',
  '№ 7',
  '1951 წელს',
  '19-ე',
  'IOM-ის',
  '+995 32 225 22 16',
  '25 000,50 ₾',
  'a/b',
  'და',
  'COVID-19',
];
const divided = [
  'მიგ\u00ADრა\u00ADცია',
  '\u00ADa',
  'a\u00AD',
  'well\u00AD-known',
  'საზღვ\u00AD რის',
  'A\u00ADV',
  'f\u00ADi',
];
const spaces = ['a  b', 'a\tb', 'a\nb', 'a\r\nb', 'a\u00A0b', '\u00A0', ' '];

const word = fc.oneof(
  { weight: 6, arbitrary: spelt(georgian, 16) },
  { weight: 4, arbitrary: spelt(latin, 12) },
  { weight: 2, arbitrary: spelt(letters('0', '9'), 6) },
  { weight: 2, arbitrary: fc.constantFrom(...settings) },
  { weight: 1, arbitrary: spelt([...georgian, ...latin, ...marked], 8) },
  { weight: 1, arbitrary: spelt([...signs, ...quotes], 3) },
  { weight: 1, arbitrary: fc.constantFrom(...markup, ...stress) },
  { weight: 1, arbitrary: fc.constantFrom(...divided) },
  { weight: 1, arbitrary: fc.constantFrom(...spaces) },
  { weight: 1, arbitrary: spelt([...georgian, ...latin, ...signs, ...quotes, ...marked, '\u00AD'], 20) },
);
const long = fc.tuple(word, fc.integer({ min: 20, max: 200 })).map(([part, times]) => part.trim().repeat(times));

const { faces } = await gza();
/** Marks compose with letters, also to some that the font has not; those are refused, as others test. */
const drawn = (text: string) =>
  [...text.normalize('NFC')].every(
    (one) => /\s/.test(one) || faces.every((face) => face.covers(one.codePointAt(0) ?? 0)),
  );

const said = (most: number) =>
  fc
    .array(fc.oneof({ weight: 40, arbitrary: word }, { weight: 1, arbitrary: long }), { minLength: 1, maxLength: most })
    .map((all) => all.join(' '))
    .filter((text) => words(text) !== null && drawn(text));
const short = said(4);
/** A heading of signs alone is refused. */
const heading = said(6).filter((text) => /[\p{L}\p{N}]/u.test(text.normalize('NFC')));

export interface Texts {
  readonly ka: string;
  readonly en: string;
}
const both = (text: fc.Arbitrary<string>): fc.Arbitrary<Texts> => fc.record({ ka: text, en: text });
const several = <T>(one: fc.Arbitrary<T>, most: number) => fc.array(one, { minLength: 1, maxLength: most });

const phrase = both(short);
const paragraph = both(said(25));
const address = fc.constantFrom(
  'https://iom.int/',
  'https://iom.int/?a=1&b=%E1%83%90#c',
  'mailto:a@iom.int',
  'tel:+995322252216',
);

const emblem = fc.record({ name: phrase, picture: fc.constantFrom(null, null, 'plain.svg', 'plain.png') });
const shown = fc.record({
  alt: paragraph,
  caption: phrase,
  credit: phrase,
  src: fc.constantFrom('plain.svg', 'plain.png', 'plain.jpg'),
});
const figure = fc.oneof(
  shown,
  shown.map(({ alt: _, ...rest }) => ({ ...rest, decorative: true })),
);
const theme = fc.record(
  { name: phrase, developed: fc.boolean(), areas: fc.option(several(phrase, 4)) },
  { requiredKeys: ['name'] },
);

/** The fields that the tests read back; the whole is for the schema to judge. */
export const brochures = fc.record({
  kind: fc.constant('brochure'),
  languages: fc.constantFrom(['en', 'ka'], ['ka', 'en'], ['ka'], ['en']),
  date: fc.constantFrom('1980-01-01', '2026-11-23', '2099-12-31'),
  title: both(heading),
  description: phrase,
  author: phrase,
  keywords: several(phrase, 3),
  emblems: fc.record({ cover: several(emblem, 4), imprint: several(emblem, 4) }),
  implementer: fc.record({ label: phrase, name: phrase }),
  about: fc.record({
    title: both(heading),
    lead: paragraph,
    aims: several(phrase, 5),
    paragraphs: several(paragraph, 4),
    prioritiesLead: phrase,
    priorities: several(phrase, 5),
  }),
  themes: fc.record({ title: both(heading), items: several(theme, 6) }),
  overview: fc.record({
    title: both(heading),
    subtitle: both(heading),
    lead: paragraph,
    paragraphs: several(paragraph, 4),
    figure: fc.option(figure),
    coreAreas: fc.record({ label: phrase, lead: phrase, items: several(phrase, 5) }),
  }),
  contact: fc.record({
    title: both(heading),
    text: phrase,
    links: several(fc.record({ href: address, text: phrase, description: phrase }), 4),
  }),
  imprint: fc.record({ statements: several(paragraph, 3), copyright: phrase }),
});
type Brochure = typeof brochures extends fc.Arbitrary<infer Data> ? Data : never;

/** All that a reader of one language meets, in reading order; the language switch is left out. */
export function textsOf(data: Brochure, lang: keyof Texts): readonly string[] {
  const { emblems, implementer, about, themes, overview, contact, imprint } = data;
  const { figure: picture, coreAreas } = overview;
  const alt = picture !== null && 'alt' in picture ? [picture.alt] : [];
  const texts: readonly Texts[] = [
    ...emblems.cover.map(({ name }) => name),
    ...[data.title, implementer.label, implementer.name],
    ...[about.title, about.lead, ...about.aims, ...about.paragraphs, about.prioritiesLead, ...about.priorities],
    ...[themes.title, ...themes.items.flatMap(({ name, areas }) => [name, ...(areas ?? [])])],
    ...[overview.title, overview.subtitle, overview.lead, ...overview.paragraphs],
    ...(picture === null ? [] : [...alt, picture.caption, picture.credit]),
    ...[coreAreas.lead, ...coreAreas.items],
    ...[contact.title, contact.text, ...contact.links.flatMap(({ text, description }) => [text, description])],
    ...emblems.imprint.map(({ name }) => name),
    ...[...imprint.statements, imprint.copyright],
  ];
  return texts.map((text) => text[lang]);
}
