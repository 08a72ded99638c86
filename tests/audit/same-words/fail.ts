import { documentOf, link, p, section, text, toWeb } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p([link(toWeb('https://iom.int/a'), 'ანგარიში', 2), text(' '), link(toWeb('https://iom.int/b'), 'ანგარიში', 3)]),
    ]),
  ],
});
export const expected = ['data.json:3:3 Two links have the words ‘ანგარიში’, and this one leads to https://iom.int/b.'];
