import { chart, columns, documentOf, section, table } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'ა', [
      table(['ა', 'ბ'], { caption: '', line: 2 }),
      columns([chart('bar', [1, 2], { caption: '', line: 3 })]),
    ]),
  ],
});
export const expected = [
  'data.json:2:3 The table does not have a caption.',
  'data.json:3:3 The chart does not have a caption.',
];
