import { documentOf, section, table } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'ა', [table([...'აბგდევზთ']), table([...'აბგდევზთიკ'], { wide: true })])],
});
