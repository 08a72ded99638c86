import { documentOf, en, p, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section(
      'a',
      'Title',
      [p('IOM, UNHCR, UNICEF and WHO work together.', { lang: en }), p('UN IOM EU WHO ILO', { lang: en })],
      { lang: en },
    ),
  ],
});
