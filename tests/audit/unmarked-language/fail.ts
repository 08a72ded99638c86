import { documentOf, en, link, p, section, toSection } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('ქალაქი Минск და Київ.', { line: 3 }),
      p('სიტყვა Αθήνα.', { line: 4 }),
      p('Երևան.', { line: 5 }),
      p('Минск Αθήνα.', { line: 6 }),
      p('Минск-ში.', { line: 8 }),
      p('גשר შალომ: שלום עולם 2026.', { line: 11 }),
      p('ენები: العربية.', { line: 12 }),
      // Words of one's own in a link within the document; what a reference quotes is told at its title.
      p([link(toSection('a'), 'Минск', 9)], { line: 9 }),
      p([{ ...link(toSection('a'), '„Київ“', 10), quotes: true }], { line: 10 }),
      p('The Ministry (სამინისტრო) and Γειά σου.', { line: 7, lang: en }),
    ]),
  ],
});
export const expected = [
  'data.json:3:3 Words in Cyrillic letters are not marked, so that they are read out as Georgian, in ‘ქალაქი Минск და Київ.’, and 1 more in this text.',
  'data.json:4:3 Words in Greek letters are not marked, so that they are read out as Georgian, in ‘სიტყვა Αθήνα.’.',
  'data.json:5:3 Words in Armenian letters are not marked, so that they are read out as Georgian, in ‘Երևան.’.',
  'data.json:6:3 Words in Cyrillic letters are not marked, so that they are read out as Georgian, in ‘Минск Αθήνα.’, and 1 more in this text.',
  'data.json:8:3 Words in Cyrillic letters are not marked, so that they are read out as Georgian, in ‘Минск-ში.’.',
  'data.json:11:3 Words in Hebrew letters are not marked, so that they are read out as Georgian, in ‘גשר შალომ: שלום עולם …’, and 1 more in this text.',
  'data.json:12:3 Words in Arabic letters are not marked, so that they are read out as Georgian, in ‘ენები: العربية.’.',
  'data.json:9:3 Words in Cyrillic letters are not marked, so that they are read out as Georgian, in ‘Минск’.',
  'data.json:7:3 Words in Georgian letters are not marked, so that they are read out as English, in ‘The Ministry (სამინისტრო) and Γειά σου.’, and 1 more in this text.',
];
