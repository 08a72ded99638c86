import { documentOf, figure, said, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      figure(said('IMG_2041', 2)),
      figure(said('bridge-final.jpg', 3)),
      figure(said('DSC01234.JPG', 4)),
      figure(said('Untitled design (3)', 5)),
      figure(said('Screenshot 2026-11-29 at 10.20.31', 6)),
      figure(said('WhatsApp Image 2026-11-29 at 12.00', 7)),
    ]),
  ],
});
export const expected = [
  'data.json:2:3 The alternative text is the name of a file: ‘IMG_2041’.',
  'data.json:3:3 The alternative text is the name of a file: ‘bridge-final.jpg’.',
  'data.json:4:3 The alternative text is the name of a file: ‘DSC01234.JPG’.',
  'data.json:5:3 The alternative text is the name of a file: ‘Untitled design (3)’.',
  'data.json:6:3 The alternative text is the name of a file: ‘Screenshot 2026-11-29 at 10.20.31’.',
  'data.json:7:3 The alternative text is the name of a file: ‘WhatsApp Image 2026-11-29 at 12.00’.',
];
