import { documentOf, numbered, p, section, table } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      numbered(table(['ა', 'ბ'], { caption: 'შედეგები' })),
      section('b', '2026 წლის შედეგები', [p('ა')]),
    ]),
  ],
});
