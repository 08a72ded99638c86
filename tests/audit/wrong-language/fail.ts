import { documentOf, en, figure, p, said, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'Results of the year', [
      p('The project supported many people in the regions.', { line: 2 }),
      p('პროექტმა ბევრს დაეხმარა რეგიონებში.', { line: 3, lang: en }),
      p('Lists and facts', { line: 5 }),
      p('Die Brücke ist für alle offen.', { line: 6, lang: en }),
      figure(said('Two officers check a passport', 4)),
    ]),
  ],
});
export const expected = [
  'data.json:1:3 The text has no letter of Georgian, and is given as Georgian: ‘Results of the year’.',
  'data.json:2:3 The text has no letter of Georgian, and is given as Georgian: ‘The project supported many people in the…’.',
  'data.json:3:3 The text has no letter of English, and is given as English: ‘პროექტმა ბევრს დაეხმარა რეგიონებში.’.',
  'data.json:5:3 The text has no letter of Georgian, and is given as Georgian: ‘Lists and facts’.',
  'data.json:6:3 The text reads as German, and is given as English: ‘Die Brücke ist für alle offen.’.',
  'data.json:4:3 The text has no letter of Georgian, and is given as Georgian: ‘Two officers check a passport’.',
];
