import { documentOf, en, p, section } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [p('პროექტი „გზა“ გრძელდება.'), p('A screen of 15".', { lang: en })])],
});
