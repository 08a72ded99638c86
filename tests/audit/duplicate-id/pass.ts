import { documentOf, p, section, table } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'პირველი', [p('ტექსტი.')]),
    section('b', 'მეორე', [table(['ა', 'ბ'], { name: 'c' }), table(['ა', 'ბ']), table(['ა', 'ბ'])]),
  ],
});
