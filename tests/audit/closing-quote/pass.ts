import { documentOf, en, p, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [p('„გზა“, „სახლი“'), p('Polish: „droga”.', { lang: en }), p('“road”', { lang: en })]),
  ],
});
