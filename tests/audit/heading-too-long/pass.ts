import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'ა'.repeat(150), [p('ა')])] });
