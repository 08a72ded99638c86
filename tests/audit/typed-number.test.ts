/** Numbers before headings: those that a person has typed where Etrati counts, and those of days and things. */
import { beforeAll, describe, expect, it } from 'vitest';
import { typedNumber } from '../../src/audit/rules/typed-number.ts';
import type { Theme } from '../../src/theme/theme.ts';
import { gza } from '../theme/gza.ts';
import { documentOf, en, ka, p, said, section } from './documents.ts';

let theme: Theme;
beforeAll(async () => {
  theme = await gza();
});

const words = 'The results, risks, lessons, methods, budget, staff and partners of a project, with an introduction.';

/** How many of the headings are told; each is given after the number that Etrati writes before it: `5 › 5. Lessons | 6 › 6. Risks`. */
function told(titles: string, lang: typeof ka): number {
  const body = titles.split(' | ').map((each, index) => {
    const [own = '', title = ''] = each.split(' › ');
    return { ...section(`s${index}`, title, [p(words)], { line: index + 1 }), number: said(own).value };
  });
  return [...typedNumber.check({ document: documentOf({ body, lang }), theme, painting: 'pages', embossed: false })]
    .length;
}

const english = {
  typed: [
    ...[
      '5 › 5. Lessons',
      '5 › 5) Lessons',
      '5 › 4. Lessons',
      '2.3 › 2.3. Risks',
      '2.3 › 3. Risks',
      '1 › I. Introduction',
    ],
    ...[
      '4 › IV. Budget',
      '4 › A) Budget',
      '7 › 12. Staff',
      '3 › 3.1. Methods',
      '5 › 5 Lessons',
      '5 › 5 Lessons learned',
    ],
    ...[
      '2.3 › 2.3 Risks',
      '2.3 › 3 Risks',
      '1 › 1 Introduction',
      '4 › 4 Budget',
      '3 › 3 Methods used',
      '6 › 6 Partners',
    ],
    ...['4 › 7 Staff | 5 › 8 Money', '1 › 1 Why We Came | 2 › 2 What We Did', '1.1 › 2.1 Why | 1.2 › 2.2 What'],
  ],
  counted: [
    ...[
      '5 › 5 lessons learned',
      '3 › 3 things to know',
      '2 › 2 years on',
      '4 › 4 towns | 5 › 5 villages',
      '5 › 5 Lessons Learned',
    ],
    ...['3 › 3 NGOs take part', '2 › 2 Georgian trainers', '1 › 14 May: the night', '5 › 5 May', '3 › 12 trainers'],
    ...[
      '2 › 2.5 tonnes of waste',
      '3 › 1.5 million people',
      '4 › 12.5 km of roads',
      '3 › 3 days in Batumi',
      '7 › 7 Days',
    ],
    ...[
      '1.2 › 2 new offices',
      '6 › 60 families',
      '8 › 8 a.m. at the border',
      '4 › 4 EU projects | 5 › 5 UN agencies',
      '2 › 2026 in numbers',
    ],
  ],
};
const georgian = {
  typed: [
    ...[
      '5 › 5. გაკვეთილები',
      '5 › 5) გაკვეთილი',
      '5 › 4. შედეგი',
      '2.3 › 2.3. რისკები',
      '2.3 › 3. რისკი',
      '1 › I. შესავალი',
    ],
    ...['4 › IV. ბიუჯეტი', '4 › ა) ბიუჯეტი', '7 › 12. გუნდი', '3 › 3.1. მეთოდი', '5 › 5 შედეგები', '2.3 › 3 შედეგები'],
    ...[
      '2.3 › 2.3 რისკები',
      '1 › 1 მიზნები და ამოცანები',
      '4 › 7 რისკები | 5 › 8 ბიუჯეტი',
      '1 › 1 შესავალი | 2 › 2 შედეგები',
    ],
    ...[
      '1 › 1 შესავალი | 2 › 2 მეთოდი | 3 › 3 შედეგი',
      '6 › 6 პარტნიორები',
      '1.1 › 2.1 მიზანი | 1.2 › 2.2 შედეგები',
      '3 › 3 დასკვნები',
    ],
  ],
  counted: [
    ...[
      '5 › 5 გაკვეთილი',
      '3 › 3 რჩევა მშობლებს',
      '2 › 2 წლის შემდეგ',
      '4 › 4 ქალაქი | 5 › 5 სოფელი',
      '12 › 12 ტრენერი',
      '5 › 5 მაისი',
    ],
    ...[
      '1 › 14 მაისის ღამე',
      '3 › 12 ტრენერი',
      '2 › 2.5 ტონა ნარჩენი',
      '3 › 1.5 მილიონი ადამიანი',
      '4 › 12.5 კმ გზა',
      '3 › 3 დღე ბათუმში',
    ],
    ...[
      '7 › 7 ადამიანის ამბავი',
      '1.2 › 2 ახალი ოფისი',
      '6 › 60 ოჯახი',
      '8 › 8 საათზე საზღვართან',
      '4 › 4 ორგანიზაცია | 7 › 5 უწყება',
    ],
    ...['2 › 2026 წლის შედეგები', '5 › 5 მუნიციპალიტეტის გეგმა', '3 › 3 NGO და მათი საქმე'],
  ],
};

describe.each([
  ['English', english, en],
  ['Georgian', georgian, ka],
])('in %s', (_, { typed, counted }, lang) => {
  it.each(typed)('is typed: %s', (titles) => expect(told(titles, lang)).toBe(titles.split(' | ').length));
  it.each(counted)('is none of a section: %s', (titles) => expect(told(titles, lang)).toBe(0));
});
