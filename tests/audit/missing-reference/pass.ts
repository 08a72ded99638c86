import { documentOf, numbered, p, section, table } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [numbered(table(['ა', 'ბ'])), p('იხილეთ ცხრილი 1.')])],
});
