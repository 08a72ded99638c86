import { columns, documentOf, li, link, p, section, table, toEdition, toSection, ul } from '../documents.ts';

export const document = documentOf({
  after: [p([link(toEdition('fr', 2), 'Français', 2)])],
  body: [
    section('contact', 'კონტაქტი', [
      ul([li([p([link(toSection('contakt', 3), 'ნახეთ', 3)])])]),
      columns([{ ...table(['ა', 'ბ']), source: [link(toSection('data', 4), 'ნახეთ', 4)] }]),
    ]),
  ],
});
export const expected = [
  'data.json:2:3 The document has no edition in "fr".',
  'data.json:3:3 Nothing in the document has the id "contakt".',
  'data.json:4:3 Nothing in the document has the id "data".',
];
