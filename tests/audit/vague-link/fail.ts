import { documentOf, en, link, p, section, toWeb } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p([link(toWeb('https://iom.int'), 'აქ', 2)]),
      p([link(toWeb('https://iom.int/a'), 'Read more', 3)], { lang: en }),
    ]),
  ],
});
export const expected = [
  'data.json:2:3 The words of the link, ‘აქ’, do not say where it leads.',
  'data.json:3:3 The words of the link, ‘Read more’, do not say where it leads.',
];
