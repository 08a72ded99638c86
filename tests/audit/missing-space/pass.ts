import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [p('2,5 წუთი, 25 000,50 ₾; georgia.iom.int/a,b და a,b@iom.int.')])],
});
