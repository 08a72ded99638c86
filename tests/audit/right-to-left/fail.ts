import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [p('სიტყვა שלום და أهلا.', { line: 3 })])] });
export const expected = [
  'data.json:3:3 Text from right to left, which the PDF paints word by word from the left, in ‘სიტყვა שלום და أهلا.’, and 1 more in this text.',
];
