import { documentOf, link, p, section, toEdition, toSection } from '../documents.ts';

export const document = documentOf({
  after: [p([link(toEdition('en'), 'English'), link(toSection('contact'), 'კონტაქტი')])],
  body: [section('contact', 'კონტაქტი', [p('ტექსტი.')])],
});
