import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [p('პროგრამა cash for work დაიწყო.', { line: 2 })])],
});
export const expected = [
  'data.json:2:3 Words in Latin letters are not marked, so that they are read out as Georgian, in ‘პროგრამა cash for work დაიწყო.’.',
];
