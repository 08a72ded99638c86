import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'მიგრაცია – მიმოხილვა', [p('IOM-ის სოციალ-ეკონომიკური, −5.')])],
});
