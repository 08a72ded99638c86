/** A report with a section of every kind of block, in both languages, to be edited in Word. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../src/world.ts';

export type Tag = 'en' | 'ka';
type Texts = Readonly<Record<Tag, string>>;
const t = (en: string, ka: string): Texts => ({ en, ka });

const row = (text: Texts, number: number) => ({ cells: [{ text }, { number }] });
const table = (caption: Texts, rows: readonly object[], id: string) => ({
  type: 'table',
  id,
  caption,
  source: t('Source: our own records', 'წყარო: საკუთარი აღრიცხვა'),
  columns: [{ head: t('Place', 'ადგილი') }, { head: t('People', 'ადამიანი'), align: 'end' }],
  rows,
});

const section = {
  id: 'field',
  title: t('Work in the field', 'საველე სამუშაო'),
  blocks: [
    {
      type: 'text',
      text: t(
        'The **first** office opened in spring, see [](#places).\n\nThe second office opened in *late* summer^[A note on summer.].\n\n- warm rooms\n- cold rooms\n\nA closing sentence.',
        '**პირველი** ოფისი გაზაფხულზე გაიხსნა, იხილეთ [](#places).\n\nმეორე ოფისი *გვიან* ზაფხულში გაიხსნა^[შენიშვნა ზაფხულზე.].\n\n- თბილი ოთახები\n- ცივი ოთახები\n\nბოლო წინადადება.',
      ),
    },
    {
      type: 'list',
      items: [
        t('Training of staff', 'პერსონალის სწავლება'),
        t('Visits to villages', 'სოფლებში ვიზიტები'),
        t('Legal advice by phone', 'იურიდიული რჩევა ტელეფონით'),
      ],
    },
    {
      type: 'list',
      ordered: true,
      items: [
        t('Ask for a date', 'სთხოვეთ თარიღი'),
        t('Come to the office', 'მოდით ოფისში'),
        t('Take the letter', 'აიღეთ წერილი'),
      ],
    },
    table(
      t('Most people live in towns', 'უმეტესობა ქალაქში ცხოვრობს'),
      [row(t('Town', 'ქალაქი'), 1250), row(t('Village', 'სოფელი'), 640), row(t('Mountains', 'მთა'), 75)],
      'places',
    ),
    table(
      t('Offices are full', 'ოფისები სავსეა'),
      [
        row(t('Ground floor', 'პირველი სართული'), 12),
        row(t('Upper floor', 'მეორე სართული'), 8),
        row(t('Yard', 'ეზო'), 3),
      ],
      'offices',
    ),
    { type: 'quote', text: t('We were helped at once.', 'მაშინვე დაგვეხმარნენ.'), source: t('A visitor', 'სტუმარი') },
    {
      type: 'picture',
      id: 'route',
      src: 'route.svg',
      alt: t('A road from the town to the village', 'გზა ქალაქიდან სოფლამდე'),
      caption: t('The road is open', 'გზა ღიაა'),
      credit: t('Map: our office', 'რუკა: ჩვენი ოფისი'),
    },
    {
      type: 'paragraph',
      text: t('Costs were low', 'ხარჯი დაბალი იყო'),
      note: t('Without the cars.', 'ავტომობილების გარეშე.'),
      after: t(' in this year.', ' ამ წელს.'),
    },
    { type: 'terms', terms: [{ term: t('Desk', 'მაგიდა'), details: t('Where we advise', 'სადაც რჩევას ვაძლევთ') }] },
    {
      type: 'aside',
      look: 'callout',
      title: t('Be careful', 'ფრთხილად'),
      text: t('Doors close at five.', 'კარი ხუთზე იკეტება.'),
    },
  ],
  sections: [
    {
      id: 'plans',
      title: t('Plans for winter', 'ზამთრის გეგმები'),
      blocks: [{ type: 'text', text: t('We will go on.', 'ჩვენ გავაგრძელებთ.') }],
    },
  ],
};

/** The data as a file, and a picture that it names. */
export function reportFiles(): ReadonlyMap<string, string> {
  const starter: object = JSON.parse(
    readFileSync(path.join(packageRoot, 'templates/starters/report/NAME.json'), 'utf8'),
  );
  const data = { ...starter, $schema: undefined, sections: [section] };
  return new Map([
    ['data/report/field.json', `${JSON.stringify(data, null, 2)}\n`],
    ['data/report/route.svg', readFileSync(path.join(packageRoot, 'data/report/route.svg'), 'utf8')],
  ]);
}
