import { documentOf, en, p, section } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [p('1) ერთი (ორი) „სამი“ [ოთხი] და ა) ხუთი'), p('A “word” (here).', { lang: en })])],
});
