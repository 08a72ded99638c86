import { documentOf, figure, said, section } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [figure(said('ფოტო', 2)), figure(said('ლოგო.', 3))])],
});
export const expected = [
  'data.json:2:3 The alternative text ‘ფოტო’ says only that there is a picture.',
  'data.json:3:3 The alternative text ‘ლოგო.’ says only that there is a picture.',
];
