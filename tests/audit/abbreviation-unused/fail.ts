import { abbreviations, documentOf, p, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('IOM და EU.'),
      abbreviations([
        ['IOM', 'ორგანიზაცია'],
        ['OSCE', 'თანამშრომლობა'],
      ]),
    ]),
  ],
});
export const expected = ['data.json:3:3 “OSCE” is in the list of abbreviations, and no text uses it.'];
