import { documentOf, link, p, section, text, toWeb } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p([
        link(toWeb('https://georgia.iom.int/contact'), 'iom.int'),
        text(' '),
        link(toWeb('tel:+995322123456'), '032 2 12 34 56'),
        text(' '),
        link(toWeb('mailto:a@iom.int'), 'a@iom.int'),
        link(toWeb('https://iom.int/a'), 'report.pdf'),
      ]),
    ]),
  ],
});
