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
  'document.hbs:3:1 The heading ‘შედეგები’ stands twice side by side.',
  'document.hbs:5:1 The heading ‘ერთი’ stands twice side by side.',
];
