import { documentOf, numbered, p, said, section, table } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      numbered(table(['ა', 'ბ'], { caption: 'ცხრილი 1. შედეგები', line: 2 })),
      { ...section('b', '1. შედეგები', [p('ა')], { line: 3 }), number: said('2').value },
      { ...section('c', '3 შედეგები', [p('ა')], { line: 4 }), number: said('2.3').value },
      { ...section('d', '7 რისკები', [p('ა')], { line: 5 }), number: said('4').value },
      { ...section('e', '8 ბიუჯეტი', [p('ა')], { line: 6 }), number: said('5').value },
    ]),
  ],
});
export const expected = [
  'data.json:2:3 ‘ცხრილი 1.’ is written by hand, and Etrati writes ცხრილი 1 before it.',
  'data.json:3:3 ‘1.’ is written by hand, and Etrati writes 2 before it.',
  'data.json:4:3 ‘3’ is written by hand, and Etrati writes 2.3 before it.',
  'data.json:5:3 ‘7’ is written by hand, and Etrati writes 4 before it.',
  'data.json:6:3 ‘8’ is written by hand, and Etrati writes 5 before it.',
];
