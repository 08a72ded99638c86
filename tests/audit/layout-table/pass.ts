import { documentOf, section, table } from '../documents.ts';

const one = table(['ა']);

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      table(['ა', 'ბ']),
      // One column, with two rows, or with one and its total.
      { ...one, body: [...one.body, ...table(['გ']).body] },
      { ...one, foot: table(['დ']).body },
    ]),
  ],
});
