import { documentOf, en, ka, marked, p, section, text } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p([text('ქალაქი '), marked('ბათუმი', en, 2), text('.')]),
      p([text('The city '), marked('Batumi', ka, 3)], { lang: en }),
    ]),
  ],
});
export const expected = [
  'data.json:2:3 ‘ბათუმი’ is marked as English, and has no letter that English is written in.',
  'data.json:3:3 ‘Batumi’ is marked as Georgian, and has no letter that Georgian is written in.',
];
