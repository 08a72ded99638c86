import { documentOf, en, p, ru, section, text } from '../documents.ts';

// Latin names in Georgian, signs of one letter, and addresses give no language away; what is marked needs no guess.
export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('IOM და EU – 5 Ω, α და β, 3 μm; იხილეთ www.იუსთიცია.გე ან ნინო@example.org.'),
      p([text('ქალაქი '), { ...text('Минск'), lang: ru }, text('.')]),
      p('Помощь', { lang: ru }),
      p('The α-particle, and μ as a sign.', { lang: en }),
    ]),
  ],
});
