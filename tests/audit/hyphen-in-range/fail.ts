import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [p('2024-2026 წლებში', { line: 2 }), p('აქ 15-20 ადამიანია', { line: 3 })])],
});
export const expected = [
  'data.json:2:3 A hyphen in a range in ‘2024-2026 წლებში’.',
  'data.json:3:3 A hyphen in a range in ‘აქ 15-20 ადამიანია’.',
];
