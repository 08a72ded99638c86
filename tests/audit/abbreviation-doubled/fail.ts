import { abbreviations, documentOf, p, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('IOM და EU.'),
      abbreviations([
        ['IOM', 'ორგანიზაცია'],
        ['EU', 'კავშირი'],
        ['IOM', 'მისია'],
      ]),
    ]),
  ],
});
export const expected = ['data.json:4:3 The list of abbreviations has “IOM” twice.'];
