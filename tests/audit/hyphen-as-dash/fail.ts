import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'მიგრაცია - მიმოხილვა', [p('ტექსტი.')], { line: 2 })] });
export const expected = ['data.json:2:3 A hyphen between spaces in ‘მიგრაცია - მიმოხილვა’.'];
