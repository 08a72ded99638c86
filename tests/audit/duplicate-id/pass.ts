import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'პირველი', [p('ტექსტი.')]), section('b', 'მეორე', [p('ტექსტი.')])],
});
