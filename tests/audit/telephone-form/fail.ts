import { documentOf, link, p, section, toWeb } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p([link(toWeb('tel:0322123456', 2), 'ცხელი ხაზი')]),
      p([link(toWeb('tel:+18005551234'), '1-800-MIGRANT', 3)]),
      p([link(toWeb('tel:+99532200011', 4), '+995 32 200 01 1')]),
    ]),
  ],
});
export const expected = [
  'data.json:2:3 The telephone number 0322123456 cannot be called from abroad: the code of its country is missing.',
  'data.json:3:3 The telephone number ‘1-800-MIGRANT’ has letters for digits, which not every telephone shows.',
  'data.json:4:3 The telephone number +99532200011 has 8 digits behind +995; numbers in Georgia have nine.',
];
