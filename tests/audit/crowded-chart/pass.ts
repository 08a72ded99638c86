import { chart, documentOf, section } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'ა', [chart('bar', [4, 12]), chart('line', [4, 12]), chart('share', [1, 4])])],
});
