import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({ title: ' ', body: [section('a', '–', [p('ტექსტი.')], { line: 2 })] });
export const expected = [
  'data.json:1:3 The title of the document is blank.',
  'data.json:2:3 The heading of this section is blank.',
];
