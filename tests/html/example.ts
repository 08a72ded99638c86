/** A document like the brochure, built by hand: the writer's tests need neither data nor templates. */
import { href, id, lang, look, words } from '../../src/model/build.ts';
import type {
  Block,
  Blocks,
  Document,
  Edition,
  Inline,
  Inlines,
  Lang,
  ListItem,
  Picture,
  Section,
  Sourced,
} from '../../src/model/document.ts';

export const at = { file: 'tests/html/example.ts', line: 1, column: 1 };

function sure<T>(value: T | null): T {
  if (value === null) throw new Error('the example is wrong');
  return value;
}
const from = <T>(value: T): Sourced<T> => ({ value, from: at });
export const ka = sure(lang('ka'));
export const en = sure(lang('en'));

export const text = (value: string): Inline => ({ type: 'text', value, from: at, at, lang: null });
export const strong = (...children: Inline[]): Inline => ({ type: 'strong', children, at, lang: null });
export const emphasis = (...children: Inline[]): Inline => ({ type: 'emphasis', children, at, lang: null });
export const span = (tag: Lang | null, ...children: Inline[]): Inline => ({ type: 'span', children, at, lang: tag });
export const lineBreak: Inline = { type: 'lineBreak', at, lang: null };
export const web = (address: string, ...children: Inline[]): Inline => ({
  type: 'link',
  target: { type: 'web', href: from(sure(href(address))) },
  children,
  at,
  lang: null,
});
export const toSection = (name: string, ...children: Inline[]): Inline => ({
  type: 'link',
  target: { type: 'section', id: from(sure(id(name))) },
  children,
  at,
  lang: null,
});

const inlines = (content: string | Inlines): Inlines => (typeof content === 'string' ? [text(content)] : content);
const named = (name: string | null) => (name === null ? null : sure(look(name)));

export function paragraph(content: string | Inlines, name: string | null = null, tag: Lang | null = null): Block {
  return { type: 'paragraph', look: named(name), children: inlines(content), at, lang: tag };
}
export function item(content: string | Inlines | Blocks, name: string | null = null): ListItem {
  const blocks =
    typeof content === 'string' || content.some((part) => part.type === 'text' || part.type === 'link')
      ? [paragraph(content as string | Inlines)]
      : (content as Blocks);
  return { look: named(name), blocks, at, lang: null };
}
export function list(name: string | null, items: readonly ListItem[], ordered = false): Block {
  return { type: 'list', ordered, look: named(name), items, at, lang: null };
}
export function section(name: string, title: string | Inlines, blocks: Blocks): Section {
  return { type: 'section', id: from(sure(id(name))), look: null, title: inlines(title), blocks, at, lang: null };
}
export function aside(name: string | null, label: string | null, blocks: Blocks): Block {
  return {
    type: 'aside',
    look: named(name),
    label: label === null ? null : from(sure(words(label))),
    blocks,
    at,
    lang: null,
  };
}
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1360" height="510" viewBox="0 0 1360 510"><path d="M0 0H1360V510H0Z" fill="#E9F1FA"/><path d="M0 510A240 240 0 0 1 480 510A300 300 0 0 1 1080 510A200 200 0 0 1 1360 430V510Z" fill="#A9C7EE"/><path d="M0 400H500A100 100 0 0 0 600 300A100 100 0 0 1 700 200H1360" fill="none" stroke="#A8451F" stroke-width="14"/></svg>`;
export const picture: Picture = {
  file: 'data/brochure/border.svg',
  format: 'svg',
  width: 1360,
  height: 510,
  bytes: new TextEncoder().encode(drawing),
};
export function figure(alt: string | null, caption: string | null, credit: string | null): Block {
  const image = { picture: from(picture), alt: alt === null ? null : from(sure(words(alt))) };
  return {
    type: 'figure',
    look: null,
    image,
    caption: caption === null ? null : inlines(caption),
    credit: credit === null ? null : inlines(credit),
    at,
    lang: null,
  };
}
export function emblems(...items: readonly (readonly [name: string, picture: Picture | null])[]): Block {
  return {
    type: 'emblems',
    items: items.map(([name, image]) => ({
      name: from(sure(words(name))),
      picture: image && from(image),
      at,
      lang: null,
    })),
    at,
    lang: null,
  };
}
export const editions: readonly Edition[] = [
  { lang: en, name: sure(words('English')) },
  { lang: ka, name: sure(words('ქართული')) },
];
const languages: Block = { type: 'languages', editions, at, lang: null };

/** The smallest document, with these blocks in its one section. */
export function documentOf(blocks: Blocks, tag: Lang = ka): Document {
  return {
    kind: 'brochure',
    lang: tag,
    metadata: {
      title: sure(words('დაცული საზღვრებისა და უსაფრთხო მიგრაციის მხარდაჭერა')),
      description: sure(words('მიგრაციის საერთაშორისო ორგანიზაციის პროექტი საქართველოში')),
      author: sure(words('მიგრაციის საერთაშორისო ორგანიზაცია')),
      keywords: [],
      date: '2026-03-02',
    },
    editions,
    cover: {
      look: null,
      before: [],
      title: { children: [text('დაცული საზღვრებისა და უსაფრთხო მიგრაციის მხარდაჭერა')], at, lang: null },
      after: [],
      at,
      lang: null,
    },
    body: [section('about', 'IOM-ის შესახებ', blocks)],
    imprint: null,
    at,
  };
}

const items = (...texts: string[]): readonly ListItem[] => texts.map((content) => item(content));
const theme = (name: string, areas: readonly string[] = [], look: string | null = null): ListItem =>
  item([paragraph(name), ...(areas.length === 0 ? [] : [list('dash', items(...areas))])], look);

/** The seed's brochure. */
export const brochure: Document = {
  ...documentOf([]),
  cover: {
    look: null,
    before: [emblems(['IOM-ის ლოგო', null]), languages],
    title: { children: [text('დაცული საზღვრებისა და უსაფრთხო მიგრაციის მხარდაჭერა')], at, lang: null },
    after: [
      paragraph([text('პროექტს ახორციელებს'), lineBreak, strong(text('მიგრაციის საერთაშორისო ორგანიზაცია'))], 'byline'),
    ],
    at,
    lang: null,
  },
  body: [
    section('about', 'IOM-ის შესახებ', [
      paragraph('მიგრაციის საერთაშორისო ორგანიზაცია (IOM) პარტნიორებთან ერთად მუშაობს, რომ:', 'lead'),
      list(
        'principal',
        items(
          'დაიცვას მიგრანტთა ადამიანური ღირსება და კეთილდღეობა',
          'ხელი შეუწყოს სოციალურ და ეკონომიკურ განვითარებას მიგრაციის მეშვეობით',
          'უპასუხოს მიგრაციის მართვის სფეროში მზარდ ოპერატიულ გამოწვევებს და',
          'განავითაროს მიგრაციასთან დაკავშირებული საკითხების აღქმის დონე',
        ),
      ),
      paragraph(
        'მიგრაციის საერთაშორისო ორგანიზაცია 1951 წელს შეიქმნა და დღეს იგი არის აქტიური, მობილიზებული და შედეგზე ორიენტირებული სახელმწიფოთაშორისი ორგანიზაცია, რომელიც მთელი მსოფლიოს მასშტაბით ხელს უწყობს ჰუმანურ და მოწესრიგებულ მიგრაციას მთავრობებისა და მიგრანტთათვის სტრატეგიული და პროგრამული საჭიროებების უზრუნველყოფით.',
      ),
      paragraph(
        'მიგრაციის საერთაშორისო ორგანიზაცია თანამშრომლობს მრავალ სამთავრობოთაშორისო, სამთავრობო და არასამთავრობო ორგანიზაციასთან მთელი მსოფლიოს მასშტაბით.',
      ),
      paragraph(
        'მიგრაციის საერთაშორისო ორგანიზაციის საქართველოს მისია 1993 წელს დაფუძნდა. საქართველოს მთავრობასთან ერთად მიგრაციის საერთაშორისო ორგანიზაცია მოღვაწეობს შემდეგ პრიორიტეტულ სფეროებში:',
      ),
      list(
        null,
        items(
          'მიგრაციის მასშტაბური მართვა',
          'მიგრაციის გამოწვევებზე ეფექტიანი რეაგირება',
          'მოწესრიგებული და ჰუმანური მიგრაციის ხელშეწყობა',
          'სოციალ-ეკონომიკური განვითარების ხელშეწყობა',
          'მიგრანტთა ადამიანური ღირსებისა და კეთილდღეობის დაცვა',
        ),
      ),
    ]),
    section('themes', 'თემატური სფეროები', [
      list('route', [
        theme('მიგრაციის ხელშეწყობა', ['შრომითი მიგრაცია', 'მიგრანტთა დახმარება', 'საკონსულო მომსახურება']),
        theme(
          'რეგულირებული მიგრაცია',
          [
            'იმიგრაცია და საზღვრის მართვა',
            'ადამიანის ტრეფიკინგის წინააღმდეგ ბრძოლა',
            'მიგრანტთა დაბრუნება',
            'ოპერატიული საქმიანობა, კრიზისები და პოსტკრიზისული საქმიანობა',
          ],
          'focus',
        ),
        theme('მიგრაცია და განვითარება'),
        theme('მიგრაცია და ჯანმრთელობა'),
        theme('ცნობიერების ამაღლება და განათლება'),
        theme('მიგრაციის პოლიტიკა და კვლევა'),
      ]),
    ]),
    section('overview', 'რეგულირებული მიგრაცია – მიმოხილვა', [
      section('border-management', 'იმიგრაცია და საზღვრის მართვა', [
        paragraph(
          'IOM-ის იმიგრაციის და საზღვრის მართვის პროგრამა ბოლო წლების მანძილზე მზარდი მიგრაციის ნაკადების საპასუხოდ სტაბილურად ვითარდება და პრობლემების გადასაჭრელად ინოვაციურ გზებს მიმართავს.',
          'lead',
        ),
        paragraph(
          'მიგრაციის საერთაშორისო ორგანიზაციის სტრატეგიის მიხედვით, იმიგრაციის და საზღვრის მართვისკენ მიმართული ქმედებების მიზანია ხელი შეუწყოს მთავრობებს იმ პოლიტიკის, კანონმდებლობის, ადმინისტრაციული სტრუქტურების, ოპერატიული სისტემების და ადამიანური რესურსების საფუძვლის ჩამოყალიბებაში, რაც აუცილებელია იმისთვის, რომ მათ ეფექტურად უპასუხონ მიგრაციასთან დაკავშირებულ სხვადასხვაგვარ გამოწვევებს და განავითარონ მიგრაციის მართვის შესაფერისი სისტემა.',
        ),
        paragraph(
          'ამ სფეროში მოქმედებები ხორციელდება მთავრობებთან და სხვა შესაბამის დაინტერესებულ პირებთან თანამშრომლობით, რომლებიც მჭიდროდ მუშაობენ იმიგრაციის და საზღვრის მართვის გუნდთან ქვეყნების საჭიროებების, პრიორიტეტული საკითხების გამოვლენის და საპასუხო ინტერვენციის ჩამოყალიბების მიმართულებით.',
        ),
        figure('გზა გორაკებს შორის, რომელიც საზღვარს კვეთს', 'საზღვრის გადაკვეთის ადგილი.', '© IOM 2019'),
        aside('panel', 'ძირითადი სფეროები', [
          paragraph(
            'იმიგრაციის და საზღვრის მართვის გუნდი თანამშრომლობს მთავრობებთან შემდეგ ძირითად სფეროებში:',
            'lead',
          ),
          list(
            'stops',
            items(
              'მიგრაციისა და საზღვრის მართვის შეფასება',
              'შესაძლებლობების განვითარება მიგრაციის მართვის სფეროში',
              'საზღვრის და იდენტურობის მართვა, განსაკუთრებული ფოკუსით საზღვრის ინტეგრირებულ მართვაზე',
              'საზღვრის ოპერატიული მართვა',
              'საიმიგრაციო და სავიზო მხარდაჭერის მომსახურებები',
            ),
            true,
          ),
        ]),
      ]),
    ]),
    section('contact', 'კონტაქტი', [
      paragraph(
        'მიგრაციის საერთაშორისო ორგანიზაციის საქმიანობაზე მეტი ინფორმაციის მისაღებად იხილეთ ორგანიზაციის ან IOM-ის საქართველოს მისიის ვებ გვერდები.',
      ),
      list('links', [
        item([
          web('https://georgia.iom.int/', text('georgia.iom.int')),
          text(' '),
          span(null, text('IOM-ის საქართველოს მისია')),
        ]),
        item([
          web('https://www.iom.int/', text('iom.int')),
          text(' '),
          span(null, text('მიგრაციის საერთაშორისო ორგანიზაცია')),
        ]),
      ]),
    ]),
  ],
  imprint: {
    blocks: [
      emblems(['დონორის ემბლემა', null], ['პარტნიორის ლოგო', null]),
      paragraph('დონორის დაფინანსების ტექსტი და პასუხისმგებლობის განაცხადი, წესების ნაკრების მიხედვით.', 'small'),
      paragraph('© IOM 2026', 'small'),
    ],
    at,
    lang: null,
  },
};
