import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('ანგარიში[1] მზადაა.', { line: 2 }),
      p('დასრულდა.² შემდეგ', { line: 3 }),
      p('სოფელი (აჭარა)³ დიდია', { line: 4 }),
    ]),
  ],
});
export const expected = [
  'data.json:2:3 The mark “[1]” of a note is written by hand in ‘ანგარიში[1] მზადაა.’.',
  'data.json:3:3 The mark “²” of a note is written by hand in ‘დასრულდა.² შემდეგ’.',
  'data.json:4:3 The mark “³” of a note is written by hand in ‘სოფელი (აჭარა)³ დიდია’.',
];
