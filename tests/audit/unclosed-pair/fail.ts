import { documentOf, en, p, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('ერთი (ორი.', { line: 2 }),
      p('„სამი, ოთხი.', { line: 3 }),
      p('A word) here.', { line: 4, lang: en }),
    ]),
  ],
});
export const expected = [
  'data.json:2:3 “(” is opened and not closed in ‘ერთი (ორი.’.',
  'data.json:3:3 “„” is opened and not closed in ‘„სამი, ოთხი.’.',
  'data.json:4:3 “)” is closed and not opened in ‘A word) here.’.',
];
