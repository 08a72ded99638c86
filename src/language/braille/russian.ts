/** Russian braille without capitals, as liblouis' table ru-litbrl.ctb has it: for words in Cyrillic letters in texts of other languages. */
import { signsOf } from './code.ts';
import { tableCode } from './table.ts';

const letters = signsOf(`
  а 1 б 12 в 2456 г 1245 д 145 е 15 ё 16 ж 245 з 1356 и 24 й 12346 к 13 л 123 м 134 н 1345 о 135 п 1234 р 1235 с 234 т 2345
  у 136 ф 124 х 125 ц 14 ч 12345 ш 156 щ 1346 ъ 12356 ы 2346 ь 23456 э 246 ю 1256 я 1246
`);

export const russian = tableCode({
  name: 'Russian braille',
  letters: /\p{Script=Cyrillic}/u,
  signs: new Map([
    ...letters,
    ...[...letters].map(([letter, cells]) => [letter.toUpperCase(), cells] as const),
    ...signsOf('« 236 » 356 , 2 ( 126 ) 345 . 256 ! 235 ? 26 ; 23 : 25 - 36'),
  ]),
  instead: {
    signs: { '–': '-', '—': '-', '‐': '-', '‑': '-', '„': '«', '“': '»', '…': '...' },
    words: {},
    script: null,
  },
});
