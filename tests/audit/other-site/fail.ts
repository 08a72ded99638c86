import { documentOf, link, p, section, toWeb } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p([
        link(toWeb('https://example.com'), 'iom.int', 2),
        link(toWeb('tel:+995322123456'), '+995 322 65 43 21', 3),
        link(toWeb('mailto:b@iom.int'), 'a@iom.int', 4),
        link(toWeb('https://un.org'), 'a@iom.int', 5),
      ]),
    ]),
  ],
});
export const expected = [
  'data.json:2:3 The words of the link name iom.int, and it leads to example.com.',
  'data.json:3:3 The words of the link name +995 322 65 43 21, and it leads to +995322123456.',
  'data.json:4:3 The words of the link name a@iom.int, and it leads to b@iom.int.',
  'data.json:5:3 The words of the link name a@iom.int, and it leads to un.org.',
];
