import { documentOf, numbered, p, said, section, table } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      numbered(table(['ა', 'ბ'], { caption: 'ცხრილი 1. შედეგები', line: 2 })),
      { ...section('b', '1. შედეგები', [p('ა')], { line: 3 }), number: said('2').value },
    ]),
  ],
});
export const expected = [
  'data.json:2:3 ‘ცხრილი 1.’ is written by hand, and Etrati writes ცხრილი 1 before it.',
  'data.json:3:3 ‘1.’ is written by hand, and Etrati writes 2 before it.',
];
