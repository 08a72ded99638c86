import { documentOf, en, marked, p, section, text } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [p([text('ქალაქი '), marked('Batumi', en), text('.')])])],
});
