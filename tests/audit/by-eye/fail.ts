import { documentOf, en, note, p, section, text } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('ცხრილი მარჯვნივ აჩვენებს შედეგს.', { line: 2 }),
      p('დაგვიანება წითლად არის მონიშნული.', { line: 3 }),
      p('მწვანე სტრიქონები ქვედა მარჯვენა კუთხეშია.', { line: 6 }),
      p('Fields in red must be filled in; the button is in the bottom right corner.', { line: 7, lang: en }),
      p('The gauge stands on the right of the text.', { line: 5, lang: en }),
      p('Delays are shown in red in the table on the right.', { line: 4, lang: en }),
      p([text('ა', 8), note('წითლად არის მონიშნული.', 9)]),
    ]),
  ],
});
export const expected = [
  'data.json:2:3 ‘ცხრილი მარჯვნივ’ finds something by its place on the page, which not every reader sees.',
  'data.json:3:3 ‘წითლად არის’ finds something by its colour, which not every reader sees.',
  'data.json:6:3 ‘ქვედა მარჯვენა კუთხეშია’ finds something by its place on the page, which not every reader sees.',
  'data.json:6:3 ‘მწვანე სტრიქონები’ finds something by its colour, which not every reader sees.',
  'data.json:7:3 ‘bottom right corner’ finds something by its place on the page, which not every reader sees.',
  'data.json:7:3 ‘Fields in red’ finds something by its colour, which not every reader sees.',
  'data.json:5:3 ‘on the right of the text’ finds something by its place on the page, which not every reader sees.',
  'data.json:4:3 ‘table on the right’ finds something by its place on the page, which not every reader sees.',
  'data.json:4:3 ‘shown in red’ finds something by its colour, which not every reader sees.',
  'data.json:9:3 ‘წითლად არის’ finds something by its colour, which not every reader sees.',
];
