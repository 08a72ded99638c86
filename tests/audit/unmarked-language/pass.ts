import { documentOf, en, link, p, ru, section, text, toWeb } from '../documents.ts';

// Latin names in Georgian, signs of one letter, and addresses give no language away; what is marked needs no guess.
export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p([
        text('IOM და EU – 5 Ω, α და β, 3 μm; იხილეთ '),
        link(toWeb('https://იუსთიცია.გე'), 'www.იუსთიცია.გე'),
        text(' ან '),
        link(toWeb('mailto:ნინო@example.org'), 'ნინო@example.org'),
        text('.'),
      ]),
      p([text('ქალაქი '), { ...text('Минск'), lang: ru }, text('.')]),
      p('Помощь', { lang: ru }),
      p('The α-particle, and μ as a sign.', { lang: en }),
    ]),
  ],
});
