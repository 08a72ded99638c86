import { documentOf, figure, said, section } from '../documents.ts';

export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      figure(said('ორი ოფიცერი ამოწმებს პასპორტს')),
      figure(said('ფოტოების გამოფენა თბილისში')),
    ]),
  ],
});
