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
  'data.json:3:3 The heading ‘შედეგები’ stands twice side by side.',
  'data.json:5:3 The heading ‘ერთი’ stands twice side by side.',
];
