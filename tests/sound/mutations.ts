/**
 * Faults that a reviewer finds on a page, each put alone into a sound document: where, what becomes of the value, and the code
 * that must name it on the line of that value. They were written before the rules were looked at.
 */

export type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json };

export interface Mutation {
  readonly group: string;
  readonly name: string;
  /** A sound document, or an example by its folder: `data/report/interim-2026`. */
  readonly file: string;
  /** The value that changes, such as `sections[0].title.en`. */
  readonly at: string;
  readonly change: (value: Json) => Json;
  readonly code: string;
  /** Where it must be told, if not there. */
  readonly told: string;
}

type Change = Json | ((value: Json) => Json);

const to = (now: Json) => () => now;
/** Words that replace others in a text; they must stand in it. */
export const swap = (was: string, now: string) => (value: Json) => {
  if (typeof value !== 'string' || !value.includes(was)) throw new Error(`no “${was}” in ${JSON.stringify(value)}`);
  return value.replace(was, () => now);
};
const more = (words: string) => (value: Json) => `${value}${words}`;
const first = (words: string) => (value: Json) => `${words}${value}`;
/** Fields of an object that change; undefined takes one away. */
export const fields = (change: { readonly [key: string]: Json }) => (value: Json) => ({
  ...(value as { [key: string]: Json }),
  ...change,
});
const plus = (item: Json) => (value: Json) => [...(value as Json[]), item];
const t = (ka: string, en: string) => ({ ka, en });

export function group(
  name: string,
  all: readonly (readonly [name: string, file: string, at: string, change: Change, code: string, told?: string])[],
): readonly Mutation[] {
  return all.map(([what, file, at, change, code, told = at]) => ({
    ...{ group: name, name: what, file, at, code, told },
    change: typeof change === 'function' ? change : to(change),
  }));
}

const report = 'data/report/interim-2026';
const guide = 'data/document/guide';
const sheet = 'data/factsheet/factsheet';
const leaflet = 'data/brochure/brochure';
const photo = 'sections[0].blocks[1]';

export const mutations: readonly Mutation[] = [
  ...group('pictures', [
    ['alt is a file', 'beech-forest', 'overview.figure.alt.en', 'trail_map_v2.svg', 'alt-file-name'],
    ['alt is a camera’s name', 'mobile-clinics', 'overview.figure.alt.ka', 'DSC_0481', 'alt-file-name'],
    [
      'alt is the caption',
      'beech-forest',
      'overview.figure.alt.en',
      'The trails from the gate.',
      'alt-repeats-caption',
    ],
    [
      ...(['alt says photo', 'mobile-clinics', 'overview.figure.alt.en'] as const),
      'Photograph of a white minibus on a mountain road.',
      'alt-opening',
    ],
    [
      ...(['alt says picture, in Georgian', 'mobile-clinics', 'overview.figure.alt.ka'] as const),
      'სურათზე ჩანს თეთრი მიკროავტობუსი მთის გზაზე.',
      'alt-opening',
    ],
    ['alt says nothing', 'balconies', `${photo}.alt.ka`, 'ილუსტრაცია', 'alt-generic'],
    ['alt says picture only', 'balconies', `${photo}.alt.en`, 'A drawing', 'alt-generic'],
    [
      ...(['alt in the other language', 'balconies', `${photo}.alt.en`] as const),
      'ნახაზი: ხის აივანი ოთხი სვეტით.',
      'wrong-language',
    ],
    [
      'alt like a chapter',
      'beech-forest',
      'overview.figure.alt.en',
      more(' The path goes on.'.repeat(20)),
      'alt-too-long',
    ],
    [
      ...(['two pictures, one alt', 'balconies', 'sections[0].blocks'] as const),
      (value) =>
        plus({ ...(value as { [key: string]: Json }[])[1], src: 'trail.svg', caption: t('ბილიკი', 'A trail') })(value),
      'alt-repeated',
      'sections[0].blocks[2].alt.en',
    ],
    [
      ...(['decoration with a description', 'balconies', photo] as const),
      fields({
        alt: undefined,
        decorative: true,
        description: t('აივანს ოთხი სვეტი აქვს.', 'The balcony has four posts.'),
      }),
      'decorative-described',
    ],
    [
      ...(['a map that no field calls one', 'balconies', photo] as const),
      fields({
        alt: t('სოლოლაკის რუკა რვა მისამართით.', 'Map of Sololaki with the eight addresses.'),
        caption: t('სად ვმუშაობთ', 'Where we work'),
      }),
      'map-unnamed',
    ],
    ['one pixel', 'balconies', `${photo}.src`, 'dot.png', 'tiny-picture'],
    ['words as outlines', 'balconies', `${photo}.src`, 'outlined.svg', 'words-as-paths'],
  ]),
  ...group('tables', [
    [
      ...(['two columns of one name', 'spring-water', 'sections[0].blocks[1].columns[3].head'] as const),
      t('საშუალო', 'Average'),
      'repeated-column',
    ],
    [
      ...(['a box made of a table', 'procurement', 'sections[2].blocks[1]'] as const),
      {
        type: 'table',
        caption: { en: 'Please note' },
        columns: [{ head: { en: 'Urgent purchases' } }],
        rows: [{ cells: [{ text: { en: 'The Country Director may shorten the time for offers.' } }] }],
      },
      'layout-table',
    ],
    ['own number', 'procurement', 'sections[1].blocks[0].caption.en', first('Table 1. '), 'typed-number'],
    ['own number, in Georgian', 'honey-news', 'sections[1].blocks[0].caption.ka', first('ცხრილი 3 – '), 'typed-number'],
    ['own number of a chart', 'work-abroad', 'sections[1].blocks[1].caption.en', first('Figure 2: '), 'typed-number'],
    [
      ...(['values on top of each other', 'procurement', 'sections[1].blocks[0].rows[1].cells[2].text.en'] as const),
      '12\n8\n3',
      'stacked-cell',
    ],
    ['hyphen for nothing', 'procurement', 'sections[1].blocks[0].rows[0].cells[3].text.en', '-', 'dash-for-nothing'],
    ['n/a for nothing', 'procurement', 'sections[1].blocks[0].rows[0].cells[3].text.en', 'n/a', 'dash-for-nothing'],
    [
      ...(['part greater than its whole', 'balconies', 'summary.blocks[1].rows[1]'] as const),
      fields({ look: 'sub' }),
      'sub-row-sum',
      'summary.blocks[1].rows[1].cells[1]',
    ],
    [
      ...(['amounts without currency', 'mobile-clinics', 'sections[0].blocks[0]'] as const),
      (value) => JSON.parse(JSON.stringify(fields({ currency: undefined })(value)).replaceAll('"money"', '"number"')),
      'amount-without-currency',
      'sections[0].blocks[0].columns[1].head',
    ],
    [
      ...(['one amount in another currency', 'procurement', 'sections[1].blocks[0].rows[2].cells[0].text.en'] as const),
      'EUR 25,001–150,000',
      'mixed-currency',
    ],
    [
      ...(['lengths of no unit', 'beech-forest', 'sections[0].blocks[1].columns[2].head'] as const),
      t('სიმაღლე', 'Height'),
      'unit-missing',
    ],
    [
      ...(['areas of no unit', 'honey-news', 'sections[1].blocks[0]'] as const),
      {
        type: 'table',
        caption: { ka: 'ყვავილოვანი მიწა ჩვენს ირგვლივ' },
        columns: [{ head: { ka: 'სოფელი' } }, { head: { ka: 'ფართობი' } }],
        rows: [
          { cells: [{ text: { ka: 'ხარაგაული' } }, { number: 120 }] },
          { cells: [{ text: { ka: 'ბაღდათი' } }, { number: 86 }] },
        ],
      },
      'unit-missing',
      'sections[1].blocks[0].columns[1].head.ka',
    ],
    ['a wrong total', 'flood-appeal', 'sections[0].blocks[1].foot[0].cells[2].money', 450000, 'table-sum'],
    ['marks for words', 'procurement', 'sections[1].blocks[0].rows[2].cells[3].text.en', '✓', 'mark-alone'],
    [
      ...(['a mark of status alone', 'balconies', 'summary.blocks[1].rows[0].cells[2]'] as const),
      { status: 'on-plan' },
      'status-without-words',
    ],
  ]),
  ...group('structure', [
    [
      ...(['a bold line as heading', 'procurement', 'sections[3].blocks[0].text.en'] as const),
      first('**How points are given**\n\n'),
      'fake-heading',
    ],
    [
      'a bold line, in Georgian',
      'school-year',
      'sections[1].blocks[0].text.ka',
      first('**სადილის ფასი**\n\n'),
      'fake-heading',
    ],
    ['own number in a heading', 'procurement', 'sections[2].title.en', '3. Steps', 'typed-number'],
    ['own number, in Georgian', 'work-abroad', 'sections[1].title.ka', '2.1 ვინ მიდის', 'typed-number'],
    ['a heading with a colon', 'procurement', 'sections[5].title.en', 'Records:', 'heading-colon'],
    [
      'a heading like a paragraph',
      'work-abroad',
      'sections[3].title.en',
      more(' and what comes after it'.repeat(8)),
      'heading-too-long',
    ],
    [
      'bullets by hand',
      'procurement',
      'sections[0].blocks[0].text.en',
      more('\n\n• rent\n• salaries\n• grants'),
      'fake-list',
    ],
    ['dashes by hand', 'school-year', 'sections[1].blocks[0].text.ka', more('\n\n– სუპი\n– სალათი'), 'line-joined'],
    ['numbers by hand', 'procurement', 'sections[0].blocks[0].text.en', more('\n\n1) Ask.\n\n2) Wait.'), 'fake-list'],
    ['letters by hand', 'balconies', 'sections[1].blocks[0].text.ka', more('\n\nა) მუხა\n\nბ) ფიჭვი'), 'fake-list'],
    [
      ...(['a list of one', 'work-abroad', 'sections[4].blocks[0].items'] as const),
      (value) => (value as Json[]).slice(0, 1),
      'list-of-one',
      'sections[4].blocks[0]',
    ],
    ['Markdown', 'procurement', 'sections[0].blocks[0].text.en', first('### Who it is for\n\n'), 'typed-markup'],
    ['HTML', 'flood-appeal', 'overview.lead.en', swap('six hours', '<strong>six hours</strong>'), 'typed-markup'],
    ['entities', 'honey-news', 'sections[3].blocks[0].text.ka', swap('62 სკა', '62&nbsp;სკა'), 'typed-markup'],
    [
      'a note by hand',
      'work-abroad',
      'sections[1].blocks[0].text.en',
      swap('three years.', 'three years [2].'),
      'typed-note',
    ],
    ['a raised number', 'school-year', 'sections[2].blocks[0].text.ka', swap('მუშაობს.', 'მუშაობს³.'), 'typed-note'],
    [
      'a table that is not there',
      'procurement',
      'sections[3].blocks[0].text.en',
      more(' See also Table 12.'),
      'missing-reference',
    ],
    [
      'a chart that is not there',
      'work-abroad',
      'sections[1].blocks[0].text.ka',
      more(' იხილეთ დიაგრამა 8.'),
      'missing-reference',
    ],
    [
      'a section that is not there',
      'procurement',
      'sections[0].blocks[0].text.en',
      more(' The details are in Section 11.'),
      'missing-reference',
    ],
    [
      'by its side',
      'work-abroad',
      'sections[2].blocks[0].text.en',
      more(' The box on the left explains how.'),
      'by-eye',
    ],
    [
      'by its colour',
      'flood-appeal',
      'sections[0].blocks[0].text.ka',
      more(' წითლად ნაჩვენებია, რაც აკლია.'),
      'by-eye',
    ],
    [
      'by colour, in English',
      'flood-appeal',
      'sections[0].blocks[0].text.en',
      more(' Gaps are marked in orange.'),
      'by-eye',
    ],
    [
      ...(['nothing under a heading', 'procurement', 'sections'] as const),
      plus({ id: 'history', title: { en: 'History' }, blocks: [] }),
      'empty-section',
      'sections[6]',
    ],
    ['a heading twice', 'procurement', 'sections[4].title.en', 'Records', 'repeated-heading', 'sections[5].title.en'],
  ]),
  ...group('links', [
    ['here', 'school-year', 'sections[3].blocks[1].text.en', swap('[the rules of the school]', '[here]'), 'vague-link'],
    [
      'here, in Georgian',
      'honey-news',
      'sections[4].blocks[1].text.ka',
      swap('[კოოპერატივის გვერდზეა]', '[იხილეთ აქ]'),
      'vague-link',
    ],
    [
      'read more',
      'procurement',
      'annexes[0].blocks[0].text.en',
      swap('[intranet page of the procurement unit]', '[Read more]'),
      'vague-link',
    ],
    [
      'its own address',
      'procurement',
      'sections[0].blocks[0].text.en',
      swap('[Code of Conduct]', '[https://www.caucasusrelief.org/code-of-conduct]'),
      'bare-address',
    ],
    [
      ...(['one name, two targets', 'procurement', 'annexes[0].blocks[0].text.en'] as const),
      more(' The [Code of Conduct](https://www.caucasusrelief.org/rules) applies.'),
      'same-words',
    ],
    [
      'a scheme twice',
      'procurement',
      'sections[0].blocks[0].text.en',
      swap('(https://', '(https://https://'),
      'doubled-scheme',
    ],
    ['a site and another', 'flood-appeal', 'contact.ways[0].href', 'https://redcross.ge/kakheti', 'other-site'],
    ['a code and another', 'beech-forest', 'contact.code.href', 'https://borjomiforest.com/dargva', 'other-site'],
    ['a mailbox and another', 'spring-water', 'contact.ways[0].href', 'mailto:office@mtisckaro.ge', 'other-site'],
    ['a telephone and another', 'spring-water', 'contact.ways[1].href', 'tel:+995422270001', 'other-site'],
    ['no encryption', 'work-abroad', 'annexes[0].blocks[0].text.ka', swap('https:', 'http:'), 'insecure-link'],
    [
      'this machine',
      'school-year',
      'sections[3].blocks[1].text.ka',
      swap('https://zestaponi4.edu.ge', 'http://localhost:8080'),
      'local-link',
    ],
    [
      'an address of the office',
      'procurement',
      'annexes[0].blocks[0].text.en',
      swap('https://intranet.caucasusrelief.org', 'https://192.168.1.20'),
      'local-link',
    ],
    ['no country', 'trades-final', 'contact.reach.ways[1].href', 'tel:0415221144', 'telephone-form'],
    ['letters to dial', 'mobile-clinics', 'contact.links[0].href', 'tel:+995500HELP', 'bad-link'],
    ['half a mailbox', 'trades-final', 'contact.reach.ways[0].href', 'mailto:office@kheloba', 'bad-link'],
    [
      'an address to type',
      'work-abroad',
      'sections[0].blocks[0].text.en',
      more(' The data are at www.csr.ge/data.'),
      'unlinked-address',
    ],
    [
      'a mailbox to type',
      'balconies',
      'sections[1].blocks[0].text.ka',
      more(' დაგვწერეთ: info@citymemory.ge'),
      'unlinked-address',
    ],
    [
      'a bare site to type',
      'school-year',
      'sections[2].blocks[0].text.en',
      more(' More on zestaponi4.edu.ge/support.'),
      'unlinked-address',
    ],
  ]),
  ...group('language', [
    [
      'English for Georgian',
      'spring-water',
      'overview.lead.ka',
      'Nine villages build a network of their own.',
      'wrong-language',
    ],
    ['Georgian for English', 'beech-forest', 'overview.lead.en', 'სამი ბილიკი მონიშნულია და ღიაა.', 'wrong-language'],
    ['a title in the wrong field', 'school-year', 'sections[1].title.en', 'სკოლის კვება', 'wrong-language'],
    [
      ...(['swapped', 'balconies', 'sections[0].title'] as const),
      (value) => ({ ka: (value as { en: string }).en, en: (value as { ka: string }).ka }),
      'wrong-language',
      'sections[0].title.en',
    ],
    [
      'a phrase of English',
      'honey-news',
      'sections[1].blocks[1].text.ka',
      swap('[certificate of analysis]{lang=en}', 'certificate of analysis'),
      'unmarked-phrase',
    ],
    [
      'a phrase amid Georgian',
      'work-abroad',
      'sections[0].blocks[0].text.ka',
      more(' მეთოდი random sampling-ია.'),
      'unmarked-phrase',
    ],
    [
      'Georgian amid English',
      'balconies',
      'sections[1].blocks[0].text.en',
      swap('carving.', 'carving (ჩუქურთმა).'),
      'unmarked-language',
    ],
    [
      'Russian amid Georgian',
      'work-abroad',
      'sections[3].blocks[0].text.ka',
      more(' ამას „возвращение“ ჰქვია.'),
      'unmarked-language',
    ],
    ['a wrong mark', 'honey-news', 'sections[1].blocks[1].text.ka', swap('{lang=en}', '{lang=ru}'), 'wrong-mark'],
    [
      'a wrong mark in one script',
      'honey-news',
      'sections[1].blocks[1].text.ka',
      swap('{lang=en}', '{lang=de}'),
      'wrong-mark',
    ],
    [
      'English marked as Georgian',
      'beech-forest',
      'sections[0].blocks[0].terms[0].term.en',
      swap('{lang=la}', '{lang=ka}'),
      'wrong-mark',
    ],
  ]),
  ...group('truth', [
    [
      ...(['shares of 110', 'flood-appeal', 'reached.chart'] as const),
      fields({
        total: undefined,
        unit: 'percent',
        series: [{ name: t('ადამიანები', 'People'), values: [40, 34, 36] }],
      }),
      'shares-sum',
      'reached.chart.series[0].values',
    ],
    [
      'more than half of a third',
      'flood-appeal',
      'reached.chart.caption.en',
      'More than half of those affected are children',
      'caption-contradicts',
    ],
    [
      'every second of a third',
      'flood-appeal',
      'reached.chart.caption.ka',
      'დაზარალებულთა ნახევარზე მეტი ქალია',
      'caption-contradicts',
    ],
    ['another share', 'flood-appeal', 'reached.chart.caption.en', '44 per cent are children', 'caption-contradicts'],
    ['a figure and its indicator', 'trades-final', 'summary.figures[1].value', 321, 'figure-differs'],
    ['a figure and its sentence', 'trades-final', 'summary.lead.en', swap('368', '386'), 'figure-in-text'],
    ['a figure in Georgian text', 'trades-final', 'summary.lead.ka', swap('368', '386'), 'figure-in-text'],
    ['9 of 8', 'spring-water', 'way.stops[2].event.en', '11 of 9 villages connected', 'more-than-all'],
    ['9 of 8, in Georgian', 'spring-water', 'way.stops[2].event.ka', '12 სოფელი 9-დან მიერთებულია', 'more-than-all'],
    [
      'a figure beyond its whole',
      'spring-water',
      'overview.figures[0].value',
      19,
      'more-than-all',
      'overview.figures[0].value',
    ],
    [
      ...(['a mark against its words', 'balconies', 'summary.blocks[1].rows[0].cells[2]'] as const),
      { text: t('დასრულებულია გეგმის მიხედვით', 'on plan'), status: 'behind' },
      'status-contradicts',
      'summary.blocks[1].rows[0].cells[2].text.en',
    ],
    [
      'a lead that counts',
      'procurement',
      'sections[5].blocks[0].text.en',
      swap('A file holds at least:', 'A file holds seven papers:'),
      'wrong-count',
    ],
    ['a lead that counts, in Georgian', 'beech-forest', 'about.prioritiesLead.ka', 'ჩვენი ოთხი საქმე:', 'wrong-count'],
    [
      'another period on the cover',
      'trades-final',
      'cover.facts[0].details.en',
      '1 January 2024 – 31 December 2026',
      'period-differs',
    ],
    ['another budget on the cover', 'trades-final', 'cover.facts[1].details.en', 'EUR 490,000', 'figure-in-text'],
    [
      'another budget in the text',
      'trades-final',
      'budget.lead.en',
      swap('Of EUR 480,000', 'Of EUR 408,000'),
      'figure-in-text',
    ],
    ['lines and agreement', 'balconies', 'budget.money.agreed', 610000, 'budget-sum'],
    ['one number, two lines', 'balconies', 'budget.money.categories[0].lines[1].code', 'A1', 'repeated-code'],
    ['parts of a cent', 'balconies', 'budget.money.categories[0].lines[1].spent', 57500.125, 'odd-cents'],
    [
      'a total and its sentence',
      'flood-appeal',
      'sections[0].blocks[0].text.en',
      swap('1.84 million', '1.94 million'),
      'figure-in-text',
    ],
    ['a stop before the start', 'spring-water', 'way.stops[1].date', '2023-09-15', 'date-outside-project'],
    [
      'sexes and all',
      'trades-final',
      'results.levels[0].indicators[0].disaggregation[0].parts[0].actual',
      121,
      'disaggregation-sum',
      'results.levels[0].indicators[0].disaggregation[0].parts',
    ],
  ]),
  ...group('parity', [
    [
      'a sentence left out',
      'school-year',
      'sections[0].blocks[0].text.en',
      swap(' The last bell rings at 2.35 p.m., and clubs meet from 3 p.m. to 5.30 p.m.', ''),
      'parity-numbers',
    ],
    [
      'a sentence without numbers left out',
      'balconies',
      'sections[0].blocks[0].text.ka',
      swap(' რაც ვარგა, თავის ადგილს უბრუნდება; დანარჩენს მუხისგან ვთლით.', ''),
      'parity-length',
      'sections[0].blocks[0].text',
    ],
    [
      'half of a text',
      'trades-final',
      'results.stories.items[0].text.en',
      'Eka had learned to sew from her grandmother.',
      'parity-length',
      'results.stories.items[0].text',
    ],
    [
      'another word for a number',
      'mobile-clinics',
      'overview.paragraphs[0].en',
      swap('six of the eight', 'five of the eight'),
      'parity-number-words',
    ],
    ['another number', 'work-abroad', 'sections[0].blocks[0].text.en', swap('391', '319'), 'parity-numbers'],
    [
      'another currency',
      'work-abroad',
      'sections[3].blocks[0].text.en',
      (value) => swap('EUR 4,000', 'USD 4,000')(swap('EUR 9,300', 'USD 9,300')(value)),
      'parity-currencies',
    ],
    [
      'stress in one only',
      'work-abroad',
      'sections[4].blocks[0].items[1].ka',
      swap('**ბანკებს**', 'ბანკებს'),
      'parity-stress',
    ],
    ['another day', 'beech-forest', 'contact.text.en', swap('17 October', '17 November'), 'parity-dates'],
    [
      'a link lost',
      'school-year',
      'sections[3].blocks[1].text.en',
      swap('[the rules of the school](https://zestaponi4.edu.ge/rules)', 'the rules of the school'),
      'parity-links',
    ],
    ['an item lost', 'school-year', 'sections[1].blocks[0].text.ka', more('\n\n- სუპი\n- სალათი'), 'parity-lists'],
  ]),
  ...group('meaning', [
    [
      'a denial dropped',
      'work-safely',
      'overview.paragraphs[1].en',
      swap('has no right', 'has the right'),
      'parity-negation',
    ],
    [
      ...(['a denial dropped, in Georgian', 'returns', 'summary.sections[0].blocks[2].text.ka'] as const),
      swap('ბიუჯეტი არ იცვლება', 'ბიუჯეტი იცვლება'),
      'parity-negation',
    ],
    [
      ...(['how often', 'work-safely', 'sections[0].blocks[1].text.en'] as const),
      swap('open daily', 'open weekly'),
      'parity-choice',
    ],
    [
      ...(['weeks for days', 'returns', 'contact.sections[0].blocks[0].text.ka'] as const),
      swap('15 დღეში', '15 კვირაში'),
      'parity-units',
    ],
    [
      ...(['a share of two numbers', 'returns', 'summary.sections[0].blocks[1].text.en'] as const),
      swap('44%', '54%'),
      'sum-in-text',
    ],
    [
      ...(['a part greater than all', 'work-safely', 'about.paragraphs[1].en'] as const),
      swap('1,180', '2,180'),
      'sum-in-text',
    ],
    [
      ...(['parts of a sum', 'returns', 'contact.sections[0].blocks[0].text.en'] as const),
      swap('and 11 by', 'and 12 by'),
      'sum-in-text',
    ],
    [
      ...(['months along a line', 'returns', 'context.sections[0].blocks[1].categories[3].en'] as const),
      'Jul',
      'time-axis',
    ],
    [
      ...(['a day that there is not', 'returns', 'summary.sections[0].blocks[2].text.en'] as const),
      swap('8 June', '31 June'),
      'no-such-day',
    ],
    ['a risk that there is not', 'returns', 'risks.lead.en', more(' R7 is new.'), 'unlisted-number'],
    [
      ...(['a paragraph twice', 'returns', 'budget.sections[0].blocks'] as const),
      (value) => [...(value as Json[]), (value as Json[])[0]],
      'repeated-text',
      'budget.sections[0].blocks[1].text.en',
    ],
    [
      'an item twice',
      'work-safely',
      'sections[0].blocks[0].items[3].en',
      'Keep copies of your papers.',
      'repeated-text',
    ],
    [
      ...(['a stop of a timeline', 'returns', 'activities.sections[0].blocks[0].stops[1].date'] as const),
      '2026-09-15',
      'date-order',
      'activities.sections[0].blocks[0].stops[2].date',
    ],
    [
      ...(['an amount in another currency', 'returns', 'budget.blocks[0].text.en'] as const),
      swap('USD 900', 'EUR 900'),
      'figure-in-text',
    ],
    ['a digit of a total', 'returns', 'summary.lead.en', swap('343', '353'), 'figure-in-text'],
    [
      ...(['a telephone number without a digit', 'work-safely', 'contact.links[0]'] as const),
      fields({ href: 'tel:+99532200011', text: t('+995 32 200 01 1', '+995 32 200 01 1') }),
      'telephone-form',
      'contact.links[0].href',
    ],
  ]),
  ...group('words', [
    [
      'a word twice',
      'procurement',
      'sections[3].blocks[0].text.en',
      swap('the terms', 'the the terms'),
      'repeated-word',
    ],
    [
      'a word twice, in Georgian',
      'honey-news',
      'sections[3].blocks[0].text.ka',
      swap('ქმართან ერთად', 'ქმართან ქმართან ერთად'),
      'repeated-word',
    ],
    [
      'nobody says what it is',
      'trades-final',
      'context.blocks[0].text.en',
      more(' GIZ says the same.'),
      'abbreviation-unexplained',
    ],
    [
      'nobody uses it',
      'trades-final',
      'abbreviations.items',
      plus({ short: t('ევი', 'TOT'), long: t('ევროპის ინსტიტუტი', 'Training of trainers') }),
      'abbreviation-unused',
      'abbreviations.items[2].short.en',
    ],
    [
      'twice in the list',
      'trades-final',
      'abbreviations.items',
      (value) => plus((value as Json[])[0])(value),
      'abbreviation-doubled',
      'abbreviations.items[2].short.en',
    ],
    ['capitals', 'school-year', 'sections[3].title.en', 'WHEN A CHILD CANNOT COME', 'capitals'],
    [
      'capitals in a text',
      'flood-appeal',
      'sections[1].blocks[0].text.en',
      more(' PLEASE GIVE NO CLOTHES AT PRESENT.'),
      'capitals',
    ],
    ['Georgian capitals', 'flood-appeal', 'overview.title.ka', 'ᲛᲓᲒᲝᲛᲐᲠᲔᲝᲑᲐ', 'mtavruli'],
    [
      'a double blank',
      'balconies',
      'sections[1].blocks[0].text.en',
      swap('four days', 'four  days'),
      'pasted-characters',
    ],
    ['a tab', 'balconies', 'sections[1].blocks[0].text.ka', swap('კვირაში ოთხ', 'კვირაში\tოთხ'), 'pasted-characters'],
    [
      'a blank before a comma',
      'procurement',
      'sections[2].blocks[0].items[0].en',
      swap('need, the', 'need , the'),
      'space-before-mark',
    ],
    [
      'no blank after a comma',
      'honey-news',
      'sections[0].blocks[0].text.ka',
      swap('გვიან აყვავდა. სამაგიეროდ', 'გვიან აყვავდა.სამაგიეროდ'),
      'missing-space',
    ],
    [
      'an open bracket',
      'school-year',
      'sections[2].blocks[0].text.en',
      swap('plan (IEP)', 'plan (IEP'),
      'unclosed-pair',
    ],
    [
      'an open quotation',
      'balconies',
      'sections[1].blocks[0].text.ka',
      swap('არ პატიობს“', 'არ პატიობს'),
      'unclosed-pair',
    ],
    [
      'straight quotes',
      'balconies',
      'sections[1].blocks[0].text.en',
      swap('“Wood does not forgive haste”', '"Wood does not forgive haste"'),
      'ascii-quotes',
    ],
    [
      'a straight apostrophe',
      'mobile-clinics',
      'about.lead.en',
      swap('foundation’s', "foundation's"),
      'straight-apostrophe',
    ],
    ['a hyphen in a range', 'trades-final', 'context.blocks[0].text.ka', swap('15–29', '15-29'), 'hyphen-in-range'],
    [
      'a hyphen for a dash',
      'work-abroad',
      'sections[1].blocks[0].text.ka',
      swap('კაცები კი – ', 'კაცები კი - '),
      'hyphen-as-dash',
    ],
    ['three dots', 'honey-news', 'sections[3].blocks[0].text.ka', swap('ვეძახი“', 'ვეძახი...“'), 'three-dots'],
    [
      'soft hyphens',
      'spring-water',
      'objectives.items[2].en',
      swap('committee', 'com\u00admittee'),
      'pasted-characters',
    ],
    [
      'to be filled in',
      'school-year',
      'sections[2].blocks[1].items[2].en',
      'The quiet room is on the [number] floor.',
      'placeholder',
    ],
    ['to be decided', 'procurement', 'cover.facts[2].details.en', 'TBD', 'placeholder'],
    ['to be filled in, in Georgian', 'honey-news', 'cover.facts[1].details.ka', '[ჩასწერეთ რიცხვი]', 'placeholder'],
    [
      'a sentence without its end',
      'procurement',
      'sections[2].blocks[1].text.en',
      swap(' Nothing else changes: the thresholds stay as they are.', ' Nothing else changes and the'),
      'cut-sentence',
    ],
    [
      'a list where a text is one paragraph',
      'spring-water',
      'contact.text.ka',
      more('\n\n1. დაგვირეკეთ.\n2. მოგვწერეთ.'),
      'line-joined',
    ],
    [
      'a line below another',
      'procurement',
      'sections[2].blocks[1].text.en',
      swap(' Nothing else changes: the thresholds stay as they are.', '\nNothing else changes: the thresholds stay.'),
      'line-joined',
    ],
    [
      'a short sentence, cut',
      'spring-water',
      'contact.text.ka',
      'კითხვებს პასუხობს პროექტის კოორდინატორი და',
      'cut-sentence',
    ],
  ]),
  ...group('people', [
    [
      ...(['words of a person, nothing said', 'school-year', 'sections[2].blocks[2]'] as const),
      fields({ alias: undefined, consent: undefined }),
      'quote-unsaid',
    ],
    [
      'no consent',
      'work-abroad',
      'sections[2].blocks[2].consent',
      undefined,
      'consent-missing',
      'sections[2].blocks[2]',
    ],
    ['consent over', 'honey-news', 'sections[3].blocks[1].consent.expires', '2025-12-31', 'consent-expired'],
    ['consent for paper only', 'school-year', 'sections[2].blocks[2].consent.scope', 'print only', 'consent-scope'],
    [
      'a personal number',
      'trades-final',
      'results.stories.items[0].text.ka',
      more(' პირადი ნომერი: 19001045678.'),
      'personal-number',
    ],
    [
      ...(['a face, a name and a place', 'balconies', photo] as const),
      fields({
        shows: { face: true, name: true, place: true },
        consent: { reference: 'C-1', scope: 'print, web', expires: '2030-01-01' },
      }),
      'identifying-details',
      `${photo}.shows`,
    ],
  ]),
  ...group('donors', [
    ['visibility taken away', 'trades-final', 'visibility.donor', undefined, 'visibility-unsaid', 'visibility'],
    [
      'visibility and its chapter taken away',
      'trades-final',
      'visibility',
      undefined,
      'visibility-unsaid',
      'project.organisations[1]',
    ],
    [
      'other words',
      'trades-final',
      'visibility.donor.funding.en',
      'Financed by the European Union',
      'visibility-wording',
    ],
    [
      'no number of the grant',
      'trades-final',
      'visibility.donor.grant',
      undefined,
      'visibility-missing',
      'visibility.donor',
    ],
    [
      'a donor in a sentence only',
      'flood-appeal',
      'imprint.statements[0].en',
      'This appeal is funded by the Government of Norway.',
      'visibility-unsaid',
    ],
  ]),
  ...group('charts', [
    [
      ...(['one value', 'spring-water', 'reached.chart'] as const),
      fields({ categories: [t('ღორჯომი', 'Ghorjomi')], series: [{ name: t('ოჯახები', 'Families'), values: [214] }] }),
      'chart-of-one',
      'reached.chart.series',
    ],
    ['no source', 'school-year', 'sections[1].blocks[1].source', undefined, 'chart-source', 'sections[1].blocks[1]'],
    ['a category twice', 'honey-news', 'sections[0].blocks[1].categories[2].ka', 'წაბლი', 'repeated-name'],
    ['a series twice', 'work-abroad', 'sections[1].blocks[1].series[1].name.en', 'Women', 'repeated-name'],
    ['another total', 'flood-appeal', 'reached.chart.total', 12400, 'chart-sum'],
    ['less than nothing', 'flood-appeal', 'reached.chart.series[0].values[1]', -3420, 'chart-data'],
  ]),
  ...group('signs', [
    [
      'one sign twenty times',
      'honey-news',
      'sections[3].blocks[0].text.ka',
      swap('იცინის ის.', 'იცინის ის 🐝'.repeat(20)),
      'missing-glyph',
    ],
    ['letters of another script', 'mobile-clinics', 'overview.lead.en', swap('Mestia', 'Mеstia'), 'mixed-letters'],
  ]),
  ...group('examples', [
    ['the report: a figure', report, 'summary.figures[0].value', 421, 'figure-differs'],
    ['the report: its text', report, 'summary.lead.ka', swap('412', '421'), 'figure-in-text'],
    [
      'the report: activities',
      report,
      'activities.lead.en',
      swap('Of 13 activities', 'Of 14 activities'),
      'count-differs',
    ],
    ['the report: risks', report, 'risks.lead.en', swap('Of eight risks', 'Of nine risks'), 'count-differs'],
    ['the report: spending', report, 'budget.lead.en', swap('51%', '61%'), 'figure-in-text'],
    ['the report: its period', report, 'cover.facts[0].details.ka', '1 იანვარი – 31 ივლისი, 2026', 'period-differs'],
    ['the report: consent', report, 'results.stories.items[0].consent.scope', 'printed brochures', 'consent-scope'],
    [
      'the report: a story',
      report,
      'results.stories.items[0].alias',
      undefined,
      'missing-field',
      'results.stories.items[0]',
    ],
    [
      'the report: two sentences less',
      report,
      'activities.blocks[0].text.en',
      (value) =>
        String(value)
          .split(/(?<=\.) /)
          .slice(0, 1)
          .join(' '),
      'parity-length',
      'activities.blocks[0].text',
    ],
    ['the fact sheet: its total', sheet, 'overview.figures[2].value', 1206, 'figure-differs'],
    [
      'the fact sheet: a caption',
      sheet,
      'reached.chart.caption.en',
      'Less than half of those advised are women',
      'caption-contradicts',
    ],
    ['the fact sheet: its lead', sheet, 'overview.lead.ka', more('..'), 'three-dots'],
    [
      'the guide: a link',
      guide,
      'sections[0].blocks[0].text.en',
      swap('[link to a web page]', '[this page]'),
      'vague-link',
    ],
    [
      'the guide: a mark',
      guide,
      'sections[0].blocks[0].text.ka',
      swap('[safe migration]{lang=en}', 'safe migration'),
      'unmarked-phrase',
    ],
    [
      'the guide: consent',
      guide,
      'sections[0].blocks[3].consent',
      undefined,
      'consent-missing',
      'sections[0].blocks[3]',
    ],
    [
      'the leaflet: its alternative text',
      leaflet,
      'overview.figure.alt.en',
      'Image showing a road between hills.',
      'alt-opening',
    ],
    ['the leaflet: a site', leaflet, 'contact.links[1].href', 'https://www.iom.org', 'other-site'],
    [
      'the leaflet: a language',
      leaflet,
      'overview.paragraphs[1].en',
      (value) => String(value).slice(0, 80).trim(),
      'parity-length',
      'overview.paragraphs[1]',
    ],
  ]),
];
