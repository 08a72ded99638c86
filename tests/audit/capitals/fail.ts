import { documentOf, en, p, section } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'Title', [p('PLEASE READ THIS PAGE FIRST.', { lang: en, line: 2 })], { lang: en })],
});
export const expected = ['data.json:2:3 Words in capital letters in ‘PLEASE READ THIS PAGE FIRST.’.'];
