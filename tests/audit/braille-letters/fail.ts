import { documentOf, p, section } from '../documents.ts';

export const embossed = true;
export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('ცხელი ხაზი: العربية, עברית.', { line: 3 }),
      p('Երևան', { line: 4 }),
      p('დასრულდა ✓ 🙂', { line: 5 }),
    ]),
  ],
});
export const expected = [
  'data.json:3:3 Braille has no letters for “العربية”, and writes each by its number, in ‘ცხელი ხაზი: العربية, עברית.’, and 1 more in this text.',
  'data.json:4:3 Braille has no letters for “Երևան”, and writes each by its number, in ‘Երևան’.',
  'data.json:5:3 Braille has no sign for “✓”, and writes it by its number, in ‘დასრულდა ✓ 🙂’, and 1 more in this text.',
];
