import { documentOf, en, p, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('IOM-ის წესი, Facebookზე, „Иван Петров“, COVID-19-ის დრო, Παπαδόπουλος და Հակոբյան.'),
      p('5 kΩ, 3 μm, ΔT, № 7, м², Łódź, Ḥasan and Ivan Петров.', { lang: en }),
    ]),
  ],
});
