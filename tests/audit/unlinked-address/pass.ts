import { documentOf, link, p, section, text, toWeb } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p([text('იხილეთ '), link(toWeb('https://iom.int'), 'www.iom.int'), text('; ფაილი a.json და iom.int.')]),
    ]),
  ],
});
