/** Faults of form, in the same way: what data cannot hold, or what is wrong however it is looked at. */
import { fields, group, type Mutation } from './mutations.ts';

const report = 'data/report/interim-2026';
const guide = 'data/document/guide';
const first = 'sections[0].blocks[0].text';
const plain = (en: string, ka: string) => fields({ plain: { rows: [{ text: { en, ka } }] } });
const easy = 'sections[0].plain.rows[0].text.en';
const less = (value: unknown) => (Array.isArray(value) ? value.slice(0, -1) : null);
const t = (ka: string, en: string) => ({ ka, en });

export const forms: readonly Mutation[] = group('form', [
  [
    'text beside a number',
    'balconies',
    'summary.blocks[1].rows[0].cells[1]',
    fields({ text: t('ორი', 'Two') }),
    'cell-content',
  ],
  [
    'a value too few',
    'school-year',
    'sections[1].blocks[1].series[0].values',
    less,
    'chart-points',
    'sections[1].blocks[1].series[0]',
  ],
  ['credit without a name', guide, 'sections[3].blocks[0].credit.en', '© IOM 2026', 'credit-form'],
  ['done tomorrow', report, 'activities.groups[0].items[1].actual.end', '2027-03-01', 'date-after-report'],
  [
    'ends before it starts',
    report,
    'activities.groups[0].items[0].planned.end',
    '2025-01-01',
    'date-order',
    'activities.groups[0].items[0].planned',
  ],
  ['ISBN with a slip', guide, 'imprint', fields({ isbn: '0-306-40615-3' }), 'isbn-check', 'imprint.isbn'],
  ['a photograph of whom', guide, 'sections[3].blocks[0].src', 'photo.jpg', 'shows-unsaid', 'sections[3].blocks[0]'],
  [
    'map in other words',
    guide,
    'sections[3].blocks[0]',
    fields({ map: { disclaimer: t('საზღვრები ოფიციალური არ არის.', 'Boundaries are not official.') } }),
    'map-disclaimer',
    'sections[3].blocks[0].map',
  ],
  ['money without a currency', 'flood-appeal', 'sections[0].blocks[1]', fields({ currency: null }), 'missing-currency'],
  [
    'a number in words of the table',
    'balconies',
    'summary.blocks[1].rows[0].cells[1]',
    { text: t('2', '2') },
    'number-as-text',
  ],
  ['overspent', report, 'budget.money.categories[0].lines[1]', fields({ spent: 262000 }), 'overspent-line'],
  ['a period too few', report, 'results.levels[0].indicators[0].values', less, 'period-count'],
  ['decimals lost', report, 'results.levels[0].indicators[0]', fields({ decimals: 0 }), 'rounded-number'],
  ['sectors of 90 per cent', report, 'project.sectors[0].percentage', 50, 'sector-sum', 'project.sectors'],
  [
    'English in a Georgian paper',
    'honey-news',
    'description',
    fields({ en: 'A newspaper.' }),
    'undeclared-language',
    'description.en',
  ],
  ['a matrix of nothing', report, 'risks.register', null, 'part-left-out', 'risks.matrix'],
  ['the title of the example', 'beech-forest', 'title.en', 'The name of your project', 'starter-words'],
  [
    'a long sentence',
    guide,
    'sections[0]',
    plain(
      'We help all people who move from one country to another, and also those who would like to go back to their homes.',
      'ჩვენ ხალხს ვეხმარებით.',
    ),
    'easy-sentence',
    easy,
  ],
  [
    'four ideas',
    guide,
    'sections[0]',
    plain(
      'We help people. We give advice. We teach. We listen.',
      'ჩვენ ხალხს ვეხმარებით. რჩევას ვაძლევთ. ვასწავლით. ვუსმენთ.',
    ),
    'easy-row',
    easy,
  ],
  [
    'an abbreviation',
    guide,
    'sections[0]',
    plain('The IOM helps people.', 'ჩვენ ხალხს ვეხმარებით.'),
    'easy-abbreviation',
    easy,
  ],
  [
    'a sign',
    guide,
    'sections[0]',
    plain('We helped 50% of the people.', 'ჩვენ ადამიანების 50 %-ს დავეხმარეთ.'),
    'easy-sign',
    easy,
  ],
  ['Hebrew', 'school-year', `${first}.en`, (value) => `${value} שלום.`, 'unmarked-language'],
  ['one id twice', guide, 'sections[1].id', 'text', 'duplicate-id'],
  ['a link to nothing', 'school-year', first, t('იხილეთ [ქვემოთ](#below).', 'See [below](#below).'), 'dangling-link'],
  ['closed as in English', 'school-year', `${first}.ka`, (value) => `${value} „კარგი”.`, 'closing-quote'],
]);
