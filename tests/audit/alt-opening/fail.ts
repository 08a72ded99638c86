import { documentOf, figure, said, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [figure(said('ფოტო, რომელზეც ორი ოფიცერია', 2)), figure(said('სურათზე ჩანს ხიდი', 3))]),
  ],
});
export const expected = [
  'data.json:2:3 The alternative text opens with ‘ფოტო, რომელზეც’, and screen readers have said before that it is a picture.',
  'data.json:3:3 The alternative text opens with ‘სურათზე’, and screen readers have said before that it is a picture.',
];
