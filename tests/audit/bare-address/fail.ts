import { documentOf, link, p, section, toWeb } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p([link(toWeb('https://iom.int/a'), 'https://iom.int/a', 2)]),
      p([
        link(
          toWeb('https://iom.int/resources/reports/2026/interim/one'),
          'iom.int/resources/reports/2026/interim/one',
          3,
        ),
      ]),
    ]),
  ],
});
export const expected = [
  'data.json:2:3 The link is on its own address, ‘https://iom.int/a’, which is read out letter by letter.',
  'data.json:3:3 The link is on its own address, ‘iom.int/resources/reports/2026/interim/one’, which is read out letter by letter.',
];
