import { documentOf, en, numbered, p, section, table } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      numbered(table(['ა', 'ბ'])),
      p('იხილეთ ცხრილი 9.', { line: 2 }),
      p('As Figure 3 shows.', { line: 3, lang: en }),
    ]),
  ],
});
export const expected = [
  'data.json:2:3 The text refers to ‘ცხრილი 9’, and there are 1.',
  'data.json:3:3 The text refers to ‘Figure 3’, and none is called ‘Figure’ here.',
];
