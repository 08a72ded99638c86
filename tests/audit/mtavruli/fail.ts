import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'ᲡᲐᲗᲐᲣᲠᲘ', [p('აქ Ძირითადი ტექსტია', { line: 3 })], { line: 2 })],
});
export const expected = [
  'data.json:2:3 Georgian capitals (Mtavruli), which the font FiraGO does not have, in ‘ᲡᲐᲗᲐᲣᲠᲘ’.',
  'data.json:3:3 A word of both Mtavruli (capital) and Mkhedruli letters in ‘აქ Ძირითადი ტექსტია’.',
];
