import { abbreviations, bold, documentOf, note, p, section, text } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('IOM და EU.'),
      p([text('ა'), note('GSM-ბარათი.'), bold([text('ბ'), note('SMS იგზავნება.')])]),
      abbreviations([
        ['IOM', 'ორგანიზაცია'],
        ['EU', 'კავშირი'],
        ['GSM', 'მობილური კავშირი'],
        ['SMS', 'მოკლე შეტყობინება'],
      ]),
    ]),
  ],
});
