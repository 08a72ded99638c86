import { documentOf, numbered, p, said, section, table } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      numbered(table(['ა', 'ბ'], { caption: 'შედეგები' })),
      section('b', '2026 წლის შედეგები', [p('ა')]),
      // A day, and how many there are: no number of the section.
      { ...section('c', '14 მაისის ღამე', [p('ა')]), number: said('დანართი გ').value },
      { ...section('d', '14 მაისის დილა', [p('ა')]), number: said('1.14').value },
      { ...section('e', '12 ტრენერი', [p('ა')]), number: said('3').value },
    ]),
  ],
});
