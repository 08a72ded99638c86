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
];
