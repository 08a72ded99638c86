import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p('ფართობი 12 კმ² და 5 მ³; 12 [კმ] არის.'),
      p('განაკვეთია r = (1 + 0,07)¹² − 1, ანუ (1 + 0,07)¹². აქ არის (პროცენტი)² + 3.'),
    ]),
  ],
});
