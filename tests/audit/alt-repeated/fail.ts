import { documentOf, figure, other, said, section } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [figure(said('ხიდი', 2)), other(figure(said('ხიდი.', 3)))])],
});
export const expected = ['data.json:3:3 Two different pictures have this alternative text.'];
