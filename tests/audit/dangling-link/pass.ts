import { documentOf, link, p, section, table, toEdition, toSection } from '../documents.ts';

export const document = documentOf({
  after: [p([link(toEdition('en'), 'English'), link(toSection('contact'), 'კონტაქტი')])],
  body: [section('contact', 'კონტაქტი', [p([link(toSection('data'), 'ცხრილი')]), table(['ა', 'ბ'], { name: 'data' })])],
});
