import { documentOf, p, section } from '../documents.ts';

export const embossed = true;
export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('ცხელი ხაზი: العربية, עברית.', { line: 3 }),
      p('Երևան', { line: 4 }),
      p('დასრულდა ✓ 🙂', { line: 5 }),
      p('Lech Wałęsa, Szőke, İzmir', { line: 6 }),
      p('/ʒɔ/', { line: 7 }),
      p('Київ', { line: 8 }),
      p('თავი Ⅳ, ⟨ა⟩', { line: 9 }),
    ]),
  ],
});
export const expected = [
  'data.json:3:3 Braille has no letters for “العربية”, and writes each by its number, in ‘ცხელი ხაზი: العربية, עברית.’, and 1 more in this text.',
  'data.json:4:3 Braille has no letters for “Երևան”, and writes each by its number, in ‘Երևան’.',
  'data.json:5:3 Braille has no sign for “✓”, and writes it by its number, in ‘დასრულდა ✓ 🙂’, and 1 more in this text.',
  'data.json:6:3 Braille has no letter for “ę”, and writes it by its number, in ‘Lech Wałęsa, Szőke, İzmir’, and 2 more in this text.',
  'data.json:7:3 Braille has no letter for “ʒ”, and writes it by its number, in ‘/ʒɔ/’.',
  'data.json:8:3 Braille has no letter for “ї”, and writes it by its number, in ‘Київ’.',
  'data.json:9:3 Braille has no sign for “Ⅳ”, and writes it by its number, in ‘თავი Ⅳ, ⟨ა⟩’, and 1 more in this text.',
];
