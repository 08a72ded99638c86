import { chart, columns, documentOf, p, section, table } from '../documents.ts';

const inner = section('a', 'შიდა', [p('ტექსტი.')], { line: 3 });
const second = section('b', 'მეორე', [
  columns([table(['ა', 'ბ'], { name: 'data', line: 4 })], [chart('bar', [1, 2], { name: 'data', line: 5 })]),
]);
export const document = documentOf({
  body: [section('a', 'პირველი', [p('ტექსტი.'), inner], { line: 2 }), second],
});
export const expected = [
  'data.json:3:3 The id "a" is used twice in the document.',
  'data.json:5:3 The id "data" is used twice in the document.',
];
