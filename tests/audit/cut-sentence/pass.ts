import { documentOf, li, link, p, section, table, text, toWeb, ul } from '../documents.ts';

const long = 'უპასუხოს მიგრაციის მართვის სფეროში მზარდ ოპერატიულ გამოწვევებს მთელი მსოფლიოს მასშტაბით და';
export const document = documentOf({
  body: [
    section('a', 'სათაური', [
      p(`${long} სხვა.`),
      p(`${long} სხვა:`),
      p(
        'International Organization for Migration, Mission in Georgia, Regional Coordination Office for the South Caucasus',
      ),
      // An address at the end, which many leave without a full stop.
      p([
        text(`${long} სხვა. დამატებითი ინფორმაცია: `),
        link(toWeb('mailto:office@example.org'), 'office@example.org'),
      ]),
      p('მოკლე წარწერა'),
      ul([li([p(long)])]),
      table([long, 'ბ']),
    ]),
  ],
});
