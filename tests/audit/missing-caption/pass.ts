import { chart, documentOf, section, table } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'ა', [table(['ა', 'ბ']), chart('bar', [1, 2])])] });
