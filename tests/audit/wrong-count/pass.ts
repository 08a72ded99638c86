import { documentOf, en, li, p, section, ul } from '../documents.ts';

const two = ul([li([p('ა')]), li([p('ბ')])]);

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('პროექტს სამი მიზანი აქვს:'),
      ul([li([p('ა')]), li([p('ბ')]), li([p('გ')])]),
      // A year; one; more than a list has; a share.
      ...[
        'In 2026 we built:',
        'Open for one more day:',
        'It has 21 chapters, such as:',
        'We give 5% of it to:',
      ].flatMap((words) => [p(words, { lang: en }), two]),
      // In the sentence before; beside another number; without a colon; without a list.
      p('We have 4 offices. They are new:', { lang: en }),
      two,
      p('Of 5 aims, 3 are new:', { lang: en }),
      two,
      p('They went to 4 towns', { lang: en }),
      two,
      p('There are 4 towns:', { lang: en }),
      p('თბილისი.'),
    ]),
  ],
});
