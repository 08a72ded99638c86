import { documentOf, link, p, section, toWeb } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p([link(toWeb('https://localhost:8080/a', 2), 'პროექტი')]),
      p([link(toWeb('https://192.168.1.10/', 3), 'გეგმა')]),
    ]),
  ],
});
export const expected = [
  'data.json:2:3 The address is of a machine that readers cannot reach: https://localhost:8080/a.',
  'data.json:3:3 The address is of a machine that readers cannot reach: https://192.168.1.10/.',
];
