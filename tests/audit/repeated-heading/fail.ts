import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'შედეგები', [p('ტექსტი.')], { line: 2 }),
    section(
      'b',
      'შედეგები',
      [section('c', 'ერთი', [p('ტექსტი.')], { line: 4 }), section('d', 'ერთი', [p('ტექსტი.')], { line: 5 })],
      { line: 3 },
    ),
  ],
});
export const expected = [
  'data.json:3:3 Two sections side by side have the heading ‘შედეგები’.',
  'data.json:5:3 Two sections side by side have the heading ‘ერთი’.',
];
