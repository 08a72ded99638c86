import { column, documentOf, section } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [column(['100', '200', '300'], 'ბიუჯეტი'), column(['100', '200'], 'ფასი, NGO')])],
});
export const expected = [
  'data.json:1:3 The column ‘ბიუჯეტი’ does not say in which currency its amounts are.',
  'data.json:1:3 The column ‘ფასი, NGO’ does not say in which currency its amounts are.',
];
