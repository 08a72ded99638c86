import { documentOf, figure, said, section, text } from '../documents.ts';

export const document = documentOf({
  body: [section('a', 'სათაური', [{ ...figure(said('ხიდი ზამთარში')), caption: [text('ხიდი მდინარე არაგვზე')] }])],
});
