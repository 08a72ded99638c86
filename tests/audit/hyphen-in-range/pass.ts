import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('2024–2026; 599-12-34-56; COVID-19; 2026-11-28; 12-18; January–June; March-past; მაის-კაცი; Jean-Marc'),
    ]),
  ],
});
