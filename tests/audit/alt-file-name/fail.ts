import { documentOf, figure, said, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      figure(said('IMG_2041', 2)),
      figure(said('bridge-final.jpg', 3)),
      figure(said('DSC01234.JPG', 4)),
    ]),
  ],
});
export const expected = [
  'data.json:2:3 The alternative text is the name of a file: ‘IMG_2041’.',
  'data.json:3:3 The alternative text is the name of a file: ‘bridge-final.jpg’.',
  'data.json:4:3 The alternative text is the name of a file: ‘DSC01234.JPG’.',
];
