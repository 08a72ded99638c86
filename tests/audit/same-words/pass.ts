import { documentOf, link, p, section, text, toWeb } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p([
        link(toWeb('https://iom.int'), 'საიტის გვერდი'),
        text(' '),
        link(toWeb('https://www.iom.int/'), 'საიტის გვერდი'),
      ]),
    ]),
  ],
});
