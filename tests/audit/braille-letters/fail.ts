import { documentOf, p, section } from '../documents.ts';

export const embossed = true;
export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('ცხელი ხაზი: العربية, עברית.', { line: 3 }),
      p('Երևան', { line: 4 }),
      p('ᎠᎡ და العراق', { line: 6 }),
      p('✓', { line: 7 }),
      p('დასრულდა ✓ 🙂', { line: 5 }),
      p('Lech Wałęsa, Szőke, İzmir', { line: 8 }),
      p('/ʒ/', { line: 9 }),
      p('Київ', { line: 10 }),
      p('თავი Ⅳ, ⟨ა', { line: 11 }),
    ]),
  ],
});
export const expected = [
  'data.json:3:3 Braille does not have Arabic letters (8: ا ل ع ر ب ي ة ق), and writes each by its number, in ‘ცხელი ხაზი: العربية, עברית.’.',
  'data.json:3:3 Braille does not have Hebrew letters (5: ע ב ר י ת), and writes each by its number, in ‘…ლი ხაზი: العربية, עברית.’.',
  'data.json:4:3 Braille does not have Armenian letters (5: Ե ր և ա ն), and writes each by its number, in ‘Երևան’.',
  'data.json:6:3 Braille does not have letters (2: Ꭰ Ꭱ), and writes each by its number, in ‘ᎠᎡ და العراق’.',
  'data.json:7:3 Braille has no sign for “✓”, and writes it by its number, in ‘✓’.',
  'data.json:5:3 Braille has no sign for “🙂”, and writes it by its number, in ‘დასრულდა ✓ 🙂’.',
  'data.json:8:3 Braille has no sign for “ę”, and writes it by its number, in ‘Lech Wałęsa, Szőke, İzmir’.',
  'data.json:8:3 Braille has no sign for “ő”, and writes it by its number, in ‘Lech Wałęsa, Szőke, İzmir’.',
  'data.json:8:3 Braille has no sign for “İ”, and writes it by its number, in ‘…ch Wałęsa, Szőke, İzmir’.',
  'data.json:9:3 Braille has no sign for “ʒ”, and writes it by its number, in ‘/ʒ/’.',
  'data.json:10:3 Braille has no sign for “ї”, and writes it by its number, in ‘Київ’.',
  'data.json:11:3 Braille has no sign for “Ⅳ”, and writes it by its number, in ‘თავი Ⅳ, ⟨ა’.',
  'data.json:11:3 Braille has no sign for “⟨”, and writes it by its number, in ‘თავი Ⅳ, ⟨ა’.',
];
