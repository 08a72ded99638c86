import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({ title: ' ', body: [section('a', '–', [p('ტექსტი.')], { line: 2 })] });
export const expected = [
  'document.hbs:1:1 The title of the document is blank.',
  'document.hbs:2:1 The heading of this section is blank.',
];
