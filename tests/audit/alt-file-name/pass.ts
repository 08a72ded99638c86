import { documentOf, figure, said, section } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [figure(said('ხიდი მდინარეზე')), figure(said('ახალი ხიდი, 2026'))])],
});
