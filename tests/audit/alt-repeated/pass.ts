import { documentOf, figure, said, section } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [figure(said('ხიდი')), figure(said('ხიდი')), figure(said('გზა'))])],
});
