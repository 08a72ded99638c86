import { documentOf, en, p, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('8-დან 6 დასრულდა; მუშაობს 8-დან 19 საათამდე; 5-დან 10-მდე.'),
      p('6 of 8 are done; see Article 9 of 8 March.', { lang: en }),
      p('8 out of 8 are done. 1,900 out of 2,000 people came.', { lang: en }),
    ]),
  ],
});
