import { documentOf, en, p, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [p('8-დან 9 დასრულდა.', { line: 2 }), p('9 out of 8 are done.', { line: 3, lang: en })]),
  ],
});
export const expected = [
  'data.json:2:3 ‘8-დან 9’ is more than the whole.',
  'data.json:3:3 ‘9 out of 8’ is more than the whole.',
];
