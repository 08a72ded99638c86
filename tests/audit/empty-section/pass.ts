import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სავსე', [section('b', 'შიდა', [p('ტექსტი.')])])] });
