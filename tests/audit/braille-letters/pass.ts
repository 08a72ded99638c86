import { documentOf, p, section } from '../documents.ts';

export const embossed = true;
export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('ჟურნალი „Łódź“ (ა) [გ] «დ».'),
      p('ენები: English, 5 µg, №. „მეტი“ – 5 € ½ + 3 × 2 = 5 %… © § → • 10²'),
    ]),
  ],
});
