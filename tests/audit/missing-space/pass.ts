import { documentOf, link, p, section, text, toWeb } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p([
        text('2,5 წუთი, 25 000,50 ₾; files.example/a,b და '),
        link(toWeb('https://iom.int'), 'iom.int/a,b'),
        text('.'),
      ]),
    ]),
  ],
});
