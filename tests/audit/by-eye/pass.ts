import { documentOf, en, p, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('მარჯვენა სანაპირო და წითელი ჯვარი.'),
      p('The left bank and the Red Cross.', { lang: en }),
    ]),
  ],
});
