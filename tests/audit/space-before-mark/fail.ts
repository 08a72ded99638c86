import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [p('ერთი , ორი.', { line: 2 }), p('დასრულდა .', { line: 3 })])],
});
export const expected = [
  'data.json:2:3 A space before “,” in ‘ერთი , ორი.’.',
  'data.json:3:3 A space before “.” in ‘დასრულდა .’.',
];
