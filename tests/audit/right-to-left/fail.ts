import { lang } from '../../../src/model/build.ts';
import { documentOf, must, p, section } from '../documents.ts';

export const document = {
  ...documentOf({ body: [section('a', 'عنوان', [p('أهلا 2026.', { line: 3 })])] }),
  lang: must(lang('ar')),
};
export const expected = [
  'data.json:1:3 Arabic is written from right to left, and the pages are laid out from left to right.',
];
