import { documentOf, el, en, hy, p, ru, section, text } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p([
        text('IOM-ის წესი, Facebookზე, „'),
        { ...text('Иван Петров'), lang: ru },
        text('“, COVID-19-ის დრო, '),
        { ...text('Παπαδόπουλος'), lang: el },
        text(' და '),
        { ...text('Հակոբյան'), lang: hy },
        text('.'),
      ]),
      p([text('5 kΩ, 3 μm, ΔT, № 7, м², Łódź, Ḥasan and Ivan '), { ...text('Петров'), lang: ru }, text('.')], {
        lang: en,
      }),
    ]),
  ],
});
