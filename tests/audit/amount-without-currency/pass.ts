import { column, documentOf, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      column(['100', '200', '300'], 'ბიუჯეტი, ევრო'),
      column(['100 ₾', '200 ₾'], 'ბიუჯეტი'),
      column(['100', '200', '300'], 'ფასი, UAH'),
      column(['100', '200', '300'], 'ფასი, გრივნა'),
      column(['100 ₺', '200 ₺'], 'ფასი'),
      column(['1', '2'], 'რაოდენობა'),
    ]),
  ],
});
