import { abbreviations, documentOf, inData, p, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('IOM და EU.'),
      abbreviations([
        ['IOM', 'ორგანიზაცია'],
        ['EU', 'კავშირი'],
      ]),
      inData('OSCE და IOM.', 2),
    ]),
  ],
});
export const expected = ['data.json:2:3 “OSCE” is neither in the list of abbreviations nor explained in the text.'];
