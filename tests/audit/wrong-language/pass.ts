import { documentOf, en, p, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('International Organization for Migration'),
      p('IOM და EU.'),
      p('The words are English.', { lang: en }),
      p('Médecins du Monde and Ärzte der Welt', { lang: en }),
      p('Save the Children; Bank of Georgia; UN Women'),
    ]),
  ],
});
