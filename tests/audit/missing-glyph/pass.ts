import { documentOf, figure, p, said, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური № 7', [
      p('„25 000,50 ₾“ – 86 %, ა–ჰ, Łódź, naïve, 5 × 3 → 15, €…'),
      figure(said('რუკა')),
      figure(null),
    ]),
  ],
});
