import { documentOf, en, li, p, section, ul } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('პროექტს სამი მიზანი აქვს:'),
      ul([li([p('ა')]), li([p('ბ')]), li([p('გ')])]),
      p('In 2026 we built:', { lang: en }),
      ul([li([p('ა')]), li([p('ბ')])]),
    ]),
  ],
});
