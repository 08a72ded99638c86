import { bare, documentOf, section, table } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [bare(table(['ა', 'ბ'], { line: 2 }))])] });
export const expected = [
  'data.json:2:3 The table has no header cells: its values are read out without what they are values of.',
];
