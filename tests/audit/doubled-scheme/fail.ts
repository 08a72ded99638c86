import { documentOf, link, p, section, toWeb } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [p([link(toWeb('https://https//iom.int', 2), 'გვერდი ერთი')])])],
});
export const expected = [
  'data.json:2:3 The address begins twice, so that it cannot be opened: https://https//iom.int.',
];
