import { documentOf, drawn, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [drawn(null)])] });
