import { documentOf, en, figure, p, said, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'Еtrati', [
      p('Made with Еtrati in Москвa and GΕL.', { lang: en, line: 3 }),
      p('სიტყვa და შეxვედრა.', { line: 4 }),
      figure(said('A map by Еtrati', 5)),
    ]),
  ],
});
export const expected = [
  'data.json:1:3 “Еtrati” has the Cyrillic letter “Е”, which looks like the Latin “E”, here and in 2 more texts.',
  'data.json:3:3 “Москвa” has the Latin letter “a”, which looks like the Cyrillic “а”.',
  'data.json:3:3 “GΕL” has the Greek letter “Ε”, which looks like the Latin “E”.',
  'data.json:4:3 “სიტყვa” has the Latin letter “a”, which is on the key of the Georgian “ა”.',
  'data.json:4:3 “შეxვედრა” has the Latin letter “x”, which is on the key of the Georgian “ხ”.',
];
