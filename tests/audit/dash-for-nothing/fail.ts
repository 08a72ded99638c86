import { documentOf, section, table } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [table(['ა', '–'], { line: 2 }), table(['ბ', 'n/a'], { line: 3 })])],
});
export const expected = [
  'data.json:2:3 ‘–’ in a cell stands for a value that there is none of.',
  'data.json:3:3 ‘n/a’ in a cell stands for a value that there is none of.',
];
