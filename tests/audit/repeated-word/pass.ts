import { documentOf, en, p, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [p('ნელ-ნელა და ძალიან ძალიან კარგად.'), p('Pago Pago had had a port.', { lang: en })]),
  ],
});
