import { documentOf, p, section, text } from '../documents.ts';

const whole = 'მიგრაციის საერთაშორისო ორგანიზაციის საქმიანობაზე მეტი ინფორმაციის მისაღებად';
export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p([text(whole, 2), text(' იხილეთ ვებ გვერდები და', 3)]),
      p(`${whole} იხილეთ ვებგვერდი. მეორე წინადადება წყდება შუა`, { line: 4 }),
    ]),
  ],
});
export const expected = [
  'data.json:3:3 The sentence seems to be cut off: ‘…ეთ ვებ გვერდები და’.',
  'data.json:4:3 The sentence seems to be cut off: ‘…ადადება წყდება შუა’.',
];
