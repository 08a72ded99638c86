import { documentOf, el, figure, hy, p, ru, said, section } from '../documents.ts';

// What is said and never painted is held to no font.
export const document = documentOf({
  keyword: 'საკვანძო 🔑',
  body: [
    section('a', 'სათაური № 7', [
      p('„25 000,50 ₾“ – 86 %, ა–ჰ, Łódź, naïve, 5 × 3 → 15, €…'),
      p('Щёлоков, Ґалаґан', { lang: ru }),
      p('Παπαδόπουλος, Ἀθηνᾶ', { lang: el }),
      p('Հակոբյան', { lang: hy }),
      p('Əliyev, Nguyễn, 41° 43′ 21″, ✓ ☐ ★ ◇'),
      figure(said('რუკა 🙂')),
      figure(null),
    ]),
  ],
});
