import { georgian } from './braille/georgian.ts';
import { enumeration } from './enumeration.ts';
import { listen } from './ka-listen.ts';
import { report } from './ka-report.ts';
import { atSeams } from './ka-seams.ts';
import { statement } from './ka-statement.ts';
import { ticket } from './ka-ticket.ts';
import { wording } from './ka-wording.ts';
import type { Language } from './language.ts';
import { patternsOf } from './patterns.ts';

const nbsp = '\u00A0';
const signs: Readonly<Record<string, string>> = { GEL: '₾', EUR: '€', USD: '$', GBP: '£' };
const patterns = patternsOf('ka');

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** A month by its stem, with the endings of the cases, or by what stands for it before a stop or alone. */
function month(stem: string, short: string): RegExp {
  // Behind the case may come “is”, “too” and “the very”: „ოქტომბერსაა“, „მაისშიც“.
  const cases = '(?:ი|მა|სა?|ში|ისა?|ით|ად|იდან|დან|ამდე|მდე|ისთვის|სთვის|ისას)';
  const endings = `(?:${cases}(?:აა?|ც|აც|ვე)?)?`;
  return new RegExp(`(?<!\\p{L})(?:${stem}${endings}(?!\\p{L})|${short}(?:\\.|(?!\\p{L})))`, 'gu');
}

/** Georgian: `25 000,50 ₾`, `86 %`, `22 ნოემბერი, 2026`. */
export const ka: Language = {
  tag: 'ka',
  locale: 'ka-GE',
  name: 'ქართული',
  addressMarks: ['kat', 'geo', 'ge', 'georgian'],
  script: 'Geor',
  easyWords: 12,
  braille: georgian,
  numerals: {
    decimal: ',',
    group: nbsp,
    groupedFrom: 4,
    percent: `${nbsp}%`,
    money: (number, currency) => `${number}${nbsp}${signs[currency] ?? currency}`,
  },
  dates: {
    months: [
      ...(['იანვარი', 'თებერვალი', 'მარტი', 'აპრილი', 'მაისი', 'ივნისი'] as const),
      ...(['ივლისი', 'აგვისტო', 'სექტემბერი', 'ოქტომბერი', 'ნოემბერი', 'დეკემბერი'] as const),
    ],
    shortMonths: [
      ...(['იანვ.', 'თებ.', 'მარ.', 'აპრ.', 'მაისი', 'ივნ.'] as const),
      ...(['ივლ.', 'აგვ.', 'სექტ.', 'ოქტ.', 'ნოემ.', 'დეკ.'] as const),
    ],
    monthYear: (month, year) => `${month}, ${year}`,
    short: (day, month, year) => `${twoDigits(day)}.${twoDigits(month)}.${year}`,
    dayMonth: (day, month) => `${day} ${month}`,
    withYear: (dayMonth, year) => `${dayMonth}, ${year}`,
  },
  currencies: { GEL: 'ლარი', EUR: 'ევრო', USD: 'აშშ დოლარი', GBP: 'გირვანქა სტერლინგი' },
  conjunctions: ['და', 'ან', 'რომ', 'თუ', 'მაგრამ'],
  quotes: { open: '„', close: '“', example: 'სათაური', straightIsFault: true, mistakenClose: '”' },
  setting: {
    // Its cursive forms slow reading.
    stress: 'weight',
    spine: 'up',
    divisions: (word) => atSeams(word, patterns(word)),
    clinging: ['და'],
    units: [
      ...['კმ', 'მ', 'სმ', 'მმ', 'კგ', 'გ', 'ტ', 'ლ', 'ჰა', 'მ²', 'კმ²', 'მლნ', 'მლრდ', 'მილიონი', 'მილიარდი'],
      ...['ლარი', 'ევრო', 'წ', 'წლ\\p{L}*', 'წელ\\p{L}*'],
    ],
    openers: ['გვ', 'მუხ', 'სტ'],
  },
  labels: {
    counted: { table: 'ცხრილი', figure: 'სურათი', chart: 'დიაგრამა' },
    section: 'თავი',
    subsection: 'ქვეთავი',
    annex: 'დანართი',
    letters: 'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ',
    qr: 'QR-კოდი',
    missing: 'მონაცემი არ არის',
    states: { done: 'დასრულებულია', today: 'ახლა', ahead: 'დაგეგმილია' },
  },
  charts: {
    kinds: {
      bar: 'სვეტოვანი დიაგრამა',
      stacked: 'დაშრევებული სვეტოვანი დიაგრამა',
      line: 'ხაზოვანი დიაგრამა',
      share: 'წილების დიაგრამა',
      gantt: 'განტის დიაგრამა',
    },
    size: (categories, series) => `კატეგორია – ${categories}, მონაცემთა რიგი – ${series}`,
    highest: 'უდიდესი',
    lowest: 'უმცირესი',
    first: 'პირველი',
    last: 'ბოლო',
    longest: 'ყველაზე ხანგრძლივი',
    all: 'ყველა',
    today: 'დღეს',
    reportDay: (date) => `ანგარიშის დღე – ${date}.`,
    more: (series) => `კიდევ ${series} რიგი.`,
    gaps: (which) => `მონაცემი არ არის – ${which}`,
    countOf: (some, categories) => `${categories} კატეგორიიდან ${some}`,
    table: 'ყველა მნიშვნელობა მოცემულია დიაგრამის ცხრილში.',
  },
  chrome: {
    skipToContent: 'ძირითად ტექსტზე გადასვლა',
    contents: 'სარჩევი',
    languages: 'ენა',
    imprint: 'გამოცემის მონაცემები',
    page: 'გვერდი {n}, სულ {of}',
    draft: 'სამუშაო ვერსია',
    largePrint: 'მსხვილი შრიფტი',
    easyToRead: 'ადვილად წასაკითხი',
    allEditions: 'ამ დოკუმენტის გამოცემები',
    editionNames: {
      pdf: 'PDF',
      docx: 'Word',
      html: 'ვებგვერდი',
      epub: 'EPUB',
      text: 'უბრალო ტექსტი',
      markdown: 'Markdown',
      braille: 'ბრაილის შრიფტი',
      pef: 'ბრაილის შრიფტი (PEF)',
      large: 'მსხვილი შრიფტი',
      plain: 'ადვილად წასაკითხი',
    },
    otherEditions: 'ეს დოკუმენტი ჩვეულებრივი შრიფტითაც არის გამოცემული. სხვა ფორმატის მისაღებად მიმართეთ: {author}.',
    data: 'მონაცემები',
    onPage: 'გვ.\u00A0{n}',
    linkAddresses: 'ბმულების მისამართები',
    notes: 'შენიშვნები',
    noteNamed: 'შენიშვნა {n}',
    backToText: 'ტექსტში დაბრუნება',
    picture: 'სურათი',
    columns: 'სვეტები',
    catalogue: ['სათაური', 'ავტორი', 'ენა', 'თარიღი', 'აღწერა', 'საკვანძო სიტყვები'],
    emptyCell: 'ცარიელია',
    box: 'ჩარჩო',
    boxEnd: 'ჩარჩოს დასასრული',
    brailleMade:
      'ეს გამოცემა კომპიუტერულმა პროგრამამ შექმნა. ბრაილის მკითხველს ის ჯერ არ შეუმოწმებია. სხვა ენის სიტყვები კოდის შეცვლის ნიშნებს შორის დგას.',
    braillePages: 'ზედა მარჯვენა კუთხეში და მე-3 და მე-6 წერტილების ხაზის ბოლოს PDF გამოცემის გვერდების ნომრები დგას.',
    tableAsList: 'ცხრილი სიის სახით: ყოველი მწკრივი, შემდეგ მისი უჯრები სვეტების სახელებით.',
    chartData: 'მონაცემები ცხრილად',
    longDescription: 'სურათის აღწერა',
    panels: { cover: 'წინა ყდა', back: 'უკანა ყდა', text: 'ტექსტი {n}' },
    listOf: {
      sections: 'თავების სია',
      tables: 'ცხრილების სია',
      figures: 'სურათებისა და დიაგრამების სია',
    },
  },
  book: {
    pages: 'გვერდები',
    landmarks: 'ადგილები წიგნში',
    titlePage: 'სატიტულო გვერდი',
    text: 'ტექსტის დასაწყისი',
    accessible: ({ lists, tables, notes, languages, pictures, charts }) => {
      const marked = enumeration(
        [
          ...['სათაურები', lists && 'სიები', tables && 'ცხრილები', notes && 'შენიშვნები'],
          languages && 'სხვა ენაზე დაწერილი ნაწილები',
        ],
        'და',
      );
      const drawn = enumeration([pictures && 'სურათებს', charts && 'დიაგრამებს'], 'და');
      return [
        `${marked} სათანადოდ არის მონიშნული.`,
        ...(drawn === ''
          ? []
          : [`${drawn} აქვს ტექსტური აღწერა${charts ? ', დიაგრამებს კი – მონაცემები ცხრილადაც' : ''}.`]),
        'ყველაფრის წაკითხვა შესაძლებელია ეკრანის წამკითხველით, ნებისმიერი ზომითა და ფერებით.',
      ];
    },
    paged: 'მონიშნული და ჩამოთვლილია PDF-გამოცემის გვერდები.',
  },
  listen,
  prose: {
    months: [
      // “10-იან ჯგუფში” is a group of ten.
      month('იანვ(?:არ|რ)', '(?<!\\d[-\u2011–])იანვ?'),
      month('თებერვა?ლ', 'თებ'),
      month('მარტ', 'მარ'),
      month('აპრილ', 'აპრ'),
      month('მაის', 'მაი'),
      month('ივნის', 'ივნ'),
      month('ივლის', 'ივლ'),
      month('აგვისტო', 'აგვ'),
      month('სექტემბე?რ', 'სექტ?'),
      month('ოქტომბე?რ', 'ოქტ'),
      month('ნოემბე?რ', 'ნოემ?'),
      month('დეკემბე?რ', 'დეკ'),
    ],
    anyMonth: /(?:^|[^ა-ჰ])(?:იან|თებ|მარ|აპრ|მაი|ივნ|ივლ|აგვ|სექ|ოქტ|ნოე|დეკ)/,
    placeholders: ['დასაზუსტებელია', 'შესავსებია'],
    instructions: [
      'ჩასვით',
      'ჩაწერეთ',
      'ჩასწერეთ',
      'დაწერეთ',
      'შეიყვანეთ',
      'შეავსეთ',
      'მიუთითეთ',
      'დაამატეთ',
      '(?:სახელი|გვარი|თარიღი|დასახელება|რაოდენობა|რიცხვი|ნომერი|თანხა|ადგილი|მისამართი|ტელეფონი)(?=\\])',
    ],
    starters: ['თქვენი (?:ორგანიზაცი|პროექტ|დონორ|სურათ)', 'თქვენს სურათ', 'აქ დაწერეთ', 'სამი წრე ერთ ხაზზე'],
    uncounted: /^[ა-ჰ]+ები[.,:;]?$/,
  },
  wording,
  mapDisclaimer:
    'ამ რუკაზე ნაჩვენები საზღვრები, სახელწოდებები და გამოყენებული აღნიშვნები არ ნიშნავს, რომ გაერთიანებული ერების ორგანიზაცია ოფიციალურად იწონებს ან აღიარებს მათ.',
  report,
  statement,
  ticket,
  stillEnglish: [],
};
