import { br, documentOf, p, section, text } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('• პირველი', { line: 2 }),
      p('• მეორე', { line: 3 }),
      p('ტექსტი.'),
      p([text('1) ერთი', 4), br, text('2) ორი', 5)]),
    ]),
  ],
});
export const expected = [
  'data.json:2:3 The lines from ‘• პირველი’ on look like a list, and are read out as sentences.',
  'data.json:4:3 The lines from ‘1) ერთი’ on look like a list, and are read out as sentences.',
];
