import { documentOf, section, table } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [table(['ა', '12'])])] });
