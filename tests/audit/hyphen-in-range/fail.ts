import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('2024-2026 წლებში', { line: 2 }),
      p('აქ 15-20 ადამიანია', { line: 3 }),
      p('იანვარ-ივნისში', { line: 4 }),
      p('In January-June 2026', { line: 5 }),
    ]),
  ],
});
export const expected = [
  'data.json:2:3 A hyphen in a range in ‘2024-2026 წლებში’.',
  'data.json:3:3 A hyphen in a range in ‘აქ 15-20 ადამიანია’.',
  'data.json:4:3 A hyphen in a range in ‘იანვარ-ივნისში’.',
  'data.json:5:3 A hyphen in a range in ‘In January-June 2026’.',
];
