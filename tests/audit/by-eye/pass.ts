import { documentOf, en, p, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('მარჯვენა სანაპირო და წითელი ჯვარი; მწვანე ზონის ზედა ნაწილი.'),
      p('The left bank and the Red Cross; bus lines in green areas; the upper left bank.', { lang: en }),
    ]),
  ],
});
