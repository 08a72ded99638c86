/** A small report by hand: what reports have beside what brochures have, each case that the writer tells apart. */
import { look } from '../../src/model/build.ts';
import type { Block, Blocks, Chart, Document, Figure, List, Look, Section } from '../../src/model/document.ts';
import type { Cell, Table } from '../../src/model/table.ts';
import * as make from '../make.ts';

const { p, ul, ol, li, text, strong, link, section, square, w, l, from, at, note, table, headRow, bodyRow, lookedRow } =
  make;
// Its notes are counted from 1, whatever else was made before.
make.restart();
const base = { at, from: at, lang: null };
const id = (name: string) => make.section(name, 'x', []).id;

const counted = (number: string | null, node: Section): Section => ({
  ...node,
  number: number === null ? null : w(number),
});
const status = (name: string, words: string): Cell => make.spanning(words, { look: look(name) as Look });
const bold = (words: string): Cell => ({ ...make.spanning(words, {}), blocks: [p([strong(words)])] });
const group = (level: string, words: string, columnSpan: number): Cell => ({
  ...make.spanning('', { scope: 'row-group', columnSpan }),
  blocks: [p([strong(level), text(` ${words}`)])],
});

const columns = [0.36, 0.11, 0.11, 0.14, 0.12, 0.16].map((share, index) => ({
  align: index > 0 && index < 5 ? ('end' as const) : ('start' as const),
  share,
}));

export const results: Table = table(
  [headRow('# ინდიკატორი', '# საბაზისო', '# მიზანი', '# ფაქტობრივი', '# მიზნის %', '# მდგომარეობა')],
  [
    lookedRow('group', group('გავლენა', 'საზღვარი უსაფრთხოა და ღიაა მათთვის, ვინც კანონიერად მოგზაურობს', 6)),
    bodyRow(
      '# დოკუმენტის შემოწმების საშუალო დრო, წუთი (ნაკლები უკეთესია)',
      '4,0',
      '2,0',
      bold('2,5'),
      '75 %',
      status('on-plan', 'გეგმით'),
    ),
    lookedRow('group', group('შედეგი', 'მესაზღვრეები საერთო სტანდარტით მუშაობენ', 6)),
    bodyRow(
      '# დაუცველი პირი, რომელიც იმავე დღეს გადამისამართდა',
      '0',
      '300',
      bold('309'),
      '103 %',
      status('exceeded', 'გადაჭარბდა'),
    ),
    lookedRow('group', group('პროდუქტი', 'სწავლება, აღჭურვა, კონსულტაცია', 6)),
    bodyRow('# გადამზადებული მესაზღვრე', '0', '480', bold('412'), '86 %', status('on-plan', 'გეგმით')),
    lookedRow('sub', '# ქალი', '0', '192', bold('181'), '94 %', ''),
    lookedRow('sub', '# კაცი', '0', '288', bold('231'), '80 %', ''),
    bodyRow('# მონაცემთა გაცვლის სისტემის მოდული', '0', '4', bold('1'), '25 %', status('behind', 'ჩამორჩება')),
  ],
  {
    id: id('table-results'),
    number: w('ცხრილი 3'),
    caption: [text('ექვსი ინდიკატორიდან ხუთი გეგმის მიხედვით სრულდება ან აჭარბებს')],
    summary: [text('საბაზისო მაჩვენებელი 2024 წლის, მიზანი 2027 წლის; ფაქტობრივი 30 ივნისი, 2026.')],
    source: [text('წყარო: პროექტის მონიტორინგის ბაზა, 30 ივნისი, 2026.')],
    columns,
  },
);

export const budget: Table = table(
  [
    headRow(
      make.spanning('# მუხლი', { rowSpan: 2, scope: 'column' }),
      make.spanning('# თანხა, GEL', { columnSpan: 2, scope: 'column-group' }),
      make.spanning('# წილი', { rowSpan: 2, scope: 'column' }),
    ),
    headRow('# ბიუჯეტი', '# ხარჯი'),
  ],
  [
    bodyRow('# ადამიანური რესურსი', '250 000,00', '126 400,50', '51 %'),
    bodyRow('# აღჭურვილობა', '480 000,00', '361 220,00', '75 %'),
  ],
  {
    id: id('table-budget'),
    number: w('ცხრილი 4'),
    caption: [text('ბიუჯეტის 67 % დახარჯულია')],
    foot: [lookedRow('total', '# სულ', '730 000,00', '487 620,50', '67 %')],
    columns: [0.4, 0.22, 0.22, 0.16].map((share, index) => ({ align: index === 0 ? 'start' : 'end', share })),
  },
);

const months = ['იანვ.', 'თებ.', 'მარ.', 'აპრ.', 'მაისი', 'ივნ.'];
const women = [82, 96, 110, 124, 138, 150];
const men = [70, 78, 88, 98, 108, 118];
const dataTable = (rows: readonly (readonly string[])[], heads: readonly string[]): Table =>
  table(
    [headRow(...heads.map((head) => `# ${head}`))],
    rows.map(([first = '', ...rest]) => bodyRow(`# ${first}`, ...rest)),
    {
      caption: null,
    },
  );

const chart = (rest: Partial<Chart> & Pick<Chart, 'kind' | 'data' | 'table'>): Chart => ({
  ...base,
  type: 'chart',
  id: null,
  look: null,
  number: null,
  caption: null,
  summary: null,
  source: null,
  alt: w('სვეტოვანი დიაგრამა: კონსულტაცია თვეების მიხედვით.'),
  showTable: false,
  ...rest,
});
const series = (name: string, values: readonly number[]) => ({
  name: w(name),
  points: values.map((value) => ({ type: 'number' as const, value, text: w(String(value)) })),
});

export const monthly: Chart = chart({
  kind: 'bar',
  id: id('chart-monthly'),
  number: w('დიაგრამა 2'),
  caption: [text('თვიური კონსულტაციები ნახევარ წელიწადში 76 %-ით გაიზარდა')],
  summary: [text('კონსულტირებული მიგრანტი თვეების მიხედვით, 2026; სულ 1260')],
  source: [text('წყარო: პროექტის მონიტორინგის ბაზა.')],
  data: { categories: months.map(w), series: [series('ქალი', women), series('კაცი', men)], today: null },
  table: dataTable(
    months.map((month, index) => [month, `${women[index]}`, `${men[index]}`]),
    ['თვე', 'ქალი', 'კაცი'],
  ),
});

const period = (start: string, end: string, words: string) => ({ type: 'span' as const, start, end, text: w(words) });
export const plan: Chart = chart({
  kind: 'gantt',
  number: w('დიაგრამა 3'),
  caption: [text('სამუშაო გეგმა')],
  alt: w('განტის დიაგრამა: სამი საქმიანობა 2026 წელს.'),
  showTable: true,
  data: {
    categories: ['მესაზღვრეების გადამზადება', 'მოწყობილობების შესყიდვა', 'მონაცემთა გაცვლის სისტემა'].map(w),
    series: [
      {
        name: w('გეგმა'),
        points: [
          period('2026-01-01', '2026-06-30', 'იანვარი – ივნისი'),
          period('2026-03-01', '2026-08-31', 'მარტი – აგვისტო'),
          period('2026-06-01', '2026-11-30', 'ივნისი – ნოემბერი'),
        ],
      },
    ],
    today: '2026-06-30',
  },
  table: dataTable(
    [
      ['მესაზღვრეების გადამზადება', 'იანვარი – ივნისი'],
      ['მოწყობილობების შესყიდვა', 'მარტი – აგვისტო'],
      ['მონაცემთა გაცვლის სისტემა', 'ივნისი – ნოემბერი'],
    ],
    ['საქმიანობა', 'გეგმა'],
  ),
});

const keyFigure = (share: number | null, number: string, label: string, small: string): List['items'][number] => ({
  ...li([p(number, 'figure'), p(label, 'label'), p(small, 'small')]),
  share,
});
export const keyFigures = ul(
  [
    keyFigure(0.86, '412', 'მესაზღვრე გადამზადდა', 'მიზანი 480, შესრულდა 86 %'),
    keyFigure(0.75, '6', 'გამტარი პუნქტი აღიჭურვა', 'მიზანი 8, შესრულდა 75 %'),
    keyFigure(1.2, '1260', 'კონსულტაცია მიგრანტისთვის', 'მიზანი 1050, შესრულდა 120 %'),
  ],
  'figures',
);
const stop = (look: string, date: string, event: string) => li([p(date, 'date'), p(event, 'event')], look);
export const timeline = ol(
  [
    stop('done', 'იანვარი, 2025', 'დასაწყისი'),
    stop('done', 'ივნისი, 2025', 'პირველი სწავლება'),
    stop('today', 'ივნისი, 2026', 'დღეს: რვიდან ექვსი პუნქტი'),
    stop('ahead', 'დეკემბერი, 2027', 'დასასრული'),
  ],
  'timeline',
);
export const picture: Figure = {
  ...make.figure(square, 'გზა საზღვართან', 'გზა, რომელიც საზღვარს გამტარ პუნქტში კვეთს.'),
  id: id('figure-road'),
  number: w('სურათი 1'),
  credit: [text('© IOM 2026/ილუსტრაცია')],
  description: [p('მარცხნიდან მარჯვნივ: გზა, გამტარი პუნქტი და საზღვარი.')],
};
const code: Figure = {
  ...make.figure({ ...square, width: 41, height: 41 }, 'QR-კოდი: georgia.iom.int'),
  look: look('qr'),
  caption: [link('https://georgia.iom.int', 'georgia.iom.int')],
};

const before: Blocks = [
  {
    ...base,
    type: 'emblems',
    items: [
      { ...base, name: from(w('IOM-ის ლოგო')), picture: null },
      { ...base, name: from(w('დონორის ემბლემა')), picture: null },
    ],
  },
  {
    ...base,
    type: 'languages',
    editions: [
      { lang: l('en'), name: w('English') },
      { lang: l('ka'), name: w('ქართული') },
    ],
  },
  p('შუალედური ანგარიში დონორისთვის', 'kind'),
];
const contents: Block = make.contents('sections', [
  [1, 'summary', '1', 'შემაჯამებელი მიმოხილვა'],
  [2, 'changes', '1.1', 'რა შეიცვალა საზღვარზე'],
  [1, 'results', '2', 'შედეგები'],
  [2, 'matrix', '2.1', 'შედეგების მატრიცა'],
  [2, 'people', '2.2', 'ბენეფიციარები'],
  [1, 'finance', 'ა', 'ფინანსური ანგარიში'],
]);

export const report: Document = {
  ...make.document({
    lang: 'ka',
    title: 'დაცული საზღვრებისა და უსაფრთხო მიგრაციის მხარდაჭერა',
    before,
    after: [
      make.aside([p('ნიმუში: ყველა ციფრი საილუსტრაციოა.')], 'notice'),
      make.terms(
        [
          ['საანგარიშო პერიოდი', '1 იანვარი – 30 ივნისი, 2026'],
          ['დაფინანსება', 'დონორის დასახელება, გრანტი № 000-000'],
          ['გამოცემა', '22 ნოემბერი, 2026'],
        ],
        'cover',
      ),
    ],
    body: [
      section('contents', 'შინაარსი', [
        contents,
        make.contents('tables', [
          [1, 'table-results', 'ცხრილი 3', 'ექვსი ინდიკატორიდან ხუთი გეგმის მიხედვით სრულდება'],
          [1, 'table-budget', 'ცხრილი 4', 'ბიუჯეტის 67 % დახარჯულია'],
        ]),
        make.terms(
          [
            ['IOM', 'მიგრაციის საერთაშორისო ორგანიზაცია'],
            ['EU', 'ევროკავშირი'],
          ],
          'abbreviations',
        ),
      ]),
      counted('1', {
        ...section('summary', 'შემაჯამებელი მიმოხილვა', [
          p(
            'ექვს თვეში პროექტმა გადაამზადა 412 მესაზღვრე, აღჭურვა ექვსი გამტარი პუნქტი და კონსულტაცია გაუწია 1260 მიგრანტს.',
            'lead',
          ),
          keyFigures,
          counted(
            '1.1',
            section('changes', 'რა შეიცვალა საზღვარზე', [
              p([
                text(
                  'გამტარ პუნქტებში დოკუმენტის შემოწმების საშუალო დრო 4 წუთიდან 2,5 წუთამდე შემცირდა. ცვლის უფროსები ახლა ერთიანი ინსტრუქციით მუშაობენ, ხოლო დაუცველი მგზავრის გადამისამართება',
                ),
                note([
                  text('გადამისამართება: დაუცველი პირის დაკავშირება შესაბამის სამსახურთან, მისი თანხმობით. იხ. '),
                  link('https://www.iom.int', 'iom.int'),
                  text('.'),
                ]),
                text(' იმავე დღეს ხდება. '),
                make.abbreviation('IOM', 'მიგრაციის საერთაშორისო ორგანიზაცია'),
                text(' ამას ადასტურებს ('),
                link('#table-results', 'ცხრილი 3'),
                text(').'),
              ]),
              ul([
                'ექვს გამტარ პუნქტს დოკუმენტების შესამოწმებელი მოწყობილობები დაემატა;',
                'შვიდ მუნიციპალიტეტში საკონსულტაციო ადგილი გაიხსნა.',
              ]),
              make.aside(
                [
                  p('ვადის ცვლილება: სისტემა ნოემბერში', 'lead'),
                  p('მონაცემთა გაცვლის სისტემის ჩაბარება სექტემბრიდან ნოემბერში გადავიდა.'),
                ],
                'callout',
              ),
              { ...make.aside([p('როგორ დავითვალეთ', 'lead'), p('ყოველი პირი ერთხელ.')]), look: null } as Block,
              make.quote(
                [p('„პირველად ზუსტად ვიცოდი, ვისთვის უნდა დამერეკა.“')],
                'ნინო (სახელი შეცვლილია), საკონსულტაციო ადგილის სტუმარი',
              ),
            ]),
          ),
        ]),
        look: look('opening'),
      }),
      counted(
        '2',
        section('results', 'შედეგები', [
          counted('2.1', section('matrix', 'შედეგების მატრიცა', [results, monthly])),
          counted(
            '2.2',
            section('people', 'ბენეფიციარები', [
              make.columns(
                [
                  p('მარცხენა სვეტი: პროექტი საქართველოს ეხმარება, რომ საზღვარი დაცული იყოს.'),
                  ol(['ერთი', 'ორი'], 'stops'),
                ],
                [p('მარჯვენა სვეტი.'), picture],
              ),
              make.terms(
                [
                  ['სამიზნე ჯგუფი', 'მესაზღვრეები და მიგრანტები'],
                  ['ადგილი', 'საქართველო'],
                ],
                'facts',
              ),
              timeline,
              plan,
              code,
            ]),
          ),
        ]),
      ),
      counted(
        'ა',
        section('finance', 'ფინანსური ანგარიში', [
          budget,
          p([text('თანხები ლარშია'), note('კურსი: 22 ნოემბერი, 2026.'), text('.')]),
        ]),
      ),
    ],
    imprint: [p('© IOM 2026', 'small')],
  }),
  kind: 'report',
};
