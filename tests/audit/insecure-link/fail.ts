import { documentOf, link, p, section, toWeb } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [p([link(toWeb('http://iom.int', 2), 'პროექტი')])])],
});
export const expected = [
  'data.json:2:3 The address begins with http://, and browsers warn of such pages: http://iom.int.',
];
