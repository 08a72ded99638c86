import { documentOf, p, section } from '../documents.ts';

const part = (id: string) => section(id, 'შედეგები', [p('ტექსტი.')]);
export const document = documentOf({
  body: [section('a', 'პირველი წელი', [part('a-results')]), section('b', 'მეორე წელი', [part('b-results')])],
});
