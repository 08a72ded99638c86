import { documentOf, en, li, p, section, ul } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('პროექტს ორი მიზანი აქვს:', { line: 2 }),
      ul([li([p('ა')]), li([p('ბ')]), li([p('გ')])]),
      p('We have 4 aims:', { line: 3, lang: en }),
      ul([li([p('ა')]), li([p('ბ')])]),
    ]),
  ],
});
export const expected = [
  'data.json:2:3 The sentence counts ‘ორი’, and the list has 3 items.',
  'data.json:3:3 The sentence counts ‘4’, and the list has 2 items.',
];
