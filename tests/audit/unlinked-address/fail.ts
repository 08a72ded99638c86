import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('იხილეთ https://iom.int/a.', { line: 2 }),
      p('მოგვწერეთ: office@iom.int', { line: 3 }),
      p('(იხილეთ https://ka.wikipedia.org/wiki/ფოთი_(ქალაქი)/a.)', { line: 4 }),
    ]),
  ],
});
export const expected = [
  'data.json:2:3 The address https://iom.int/a is not a link: readers have to type it.',
  'data.json:3:3 The address office@iom.int is not a link: readers have to type it.',
  'data.json:4:3 The address https://ka.wikipedia.org/wiki/ფოთი_(ქალაქი)/a is not a link: readers have to type it.',
];
