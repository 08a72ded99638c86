import { abbreviations, documentOf, inData, p, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('IOM და EU.'),
      abbreviations([
        ['IOM', 'ორგანიზაცია'],
        ['EU', 'კავშირი'],
      ]),
      inData('უმაღლესი კომისარი (OSCE) და IOM; OSCE.', 2),
    ]),
  ],
});
