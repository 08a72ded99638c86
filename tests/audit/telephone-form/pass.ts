import { documentOf, link, p, section, toWeb } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [p([link(toWeb('tel:+995322123456'), 'ცხელი ხაზი'), link(toWeb('tel:112'), '112')])])],
});
