import { documentOf, section, table } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [table(['ა', '12', '0599 11 22 33', '599 11 22 33', '032 2 91 22 33'])])],
});
