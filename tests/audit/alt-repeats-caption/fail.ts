import { documentOf, figure, said, section, text } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      { ...figure(said('ხიდი მდინარე არაგვზე', 2)), caption: [text('ხიდი, მდინარე არაგვზე.', 3)] },
    ]),
  ],
});
export const expected = [
  'data.json:2:3 The alternative text repeats the caption, so that the same words are read out twice.',
];
