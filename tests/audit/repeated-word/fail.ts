import { documentOf, en, p, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('პროექტი პროექტი დასრულდა.', { line: 2 }),
      p('It is the the end.', { line: 3, lang: en }),
    ]),
  ],
});
export const expected = [
  'data.json:2:3 “პროექტი” is written twice in ‘პროექტი პროექტი დასრულდა.’.',
  'data.json:3:3 “the” is written twice in ‘It is the the end.’.',
];
