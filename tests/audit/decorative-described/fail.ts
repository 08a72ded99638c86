import { documentOf, figure, p, section, text } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      { ...figure(null, { line: 2 }), description: [p('გრძელი აღწერა.')] },
      { ...figure(null, { line: 3 }), caption: [text('წარწერა')] },
    ]),
  ],
});
export const expected = [
  'data.json:2:3 The picture is said to be decoration only, and has a description.',
  'data.json:3:3 The picture is said to be decoration only, and has a caption.',
];
