import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', '2026', [p('ტექსტი.')])] });
