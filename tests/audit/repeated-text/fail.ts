import { documentOf, li, p, section, ul } from '../documents.ts';

const long =
  'კონსულტანტი თითოეულ ოჯახთან ადგენს გეგმას, რომელიც სამ თვეში ერთხელ გადაიხედება, და ეხმარება მას სამუშაოს პოვნაში.';

export const document = documentOf({
  body: [
    section('a', 'ერთი', [p(long, { line: 2 })]),
    section('b', 'ორი', [
      p(long, { line: 3 }),
      ul([li([p('წყალი', { line: 4 })]), li([p('პური')]), li([p('წყალი', { line: 5 })])]),
    ]),
  ],
});
export const expected = [
  'data.json:3:3 This paragraph is there twice: ‘კონსულტანტი თითოეულ ოჯახთან ადგენს გეგმას, რომელიც სამ თვეში’.',
  'data.json:5:3 This item is there twice: ‘წყალი’.',
];
