import { documentOf, link, p, section, toWeb } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [p([link(toWeb('https://iom.int'), 'iom.int')])])],
});
