/** What the tests of the HTML writer share: a job in the real theme, a page, and a document with a node of each kind. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { loadTheme } from '../../src/design/load.ts';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Document } from '../../src/model/document.ts';
import { openWorld, packageRoot } from '../../src/world.ts';
import { html } from '../../src/write/html/html.ts';
import type { Job } from '../../src/write/targets.ts';
import * as make from '../make.ts';

const report = new Report();
const loaded = await loadTheme('templates/themes/gza/theme.json', await openWorld(packageRoot), report);
if (loaded === null) throw new Error(report.diagnostics.map((d) => d.message).join('\n'));
export const theme = loaded;

export async function page(document: Document, name = 'brochure'): Promise<string> {
  const job: Job = { theme, language: languageOf(document.lang), name, created: new Date(0), report: new Report() };
  return new TextDecoder().decode(await html.write(document, job));
}

type Element = DefaultTreeAdapterTypes.Element;

/** All elements of a page, outer before inner. */
export function elementsOf(markup: string): readonly Element[] {
  const below = (node: DefaultTreeAdapterTypes.ParentNode): Element[] =>
    node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...below(child)] : []));
  return below(parse(markup));
}
export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null;
}
export function textOf(node: DefaultTreeAdapterTypes.ChildNode): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

const { p, ul, ol, li, text, strong, emphasis, span, link, lineBreak, section, square, w, l, from, at } = make;
const base = { at, from: at, lang: null };

/** One of each node, each look and each case that the writer tells apart. */
export const everything: Document = {
  ...make.document({
    lang: 'ka',
    title: 'დაცული საზღვრებისა და უსაფრთხო მიგრაციის მხარდაჭერა',
    before: [
      { ...base, type: 'emblems', items: [{ ...base, name: from(w('IOM-ის ლოგო')), picture: null }] },
      {
        ...base,
        type: 'languages',
        editions: [
          { lang: l('en'), name: w('English') },
          { lang: l('ka'), name: w('ქართული') },
        ],
      },
    ],
    after: [p([text('პროექტს ახორციელებს'), lineBreak(), strong('მიგრაციის საერთაშორისო ორგანიზაცია')], 'byline')],
    body: [
      section('about', 'IOM-ის შესახებ', [
        p('მიგრაციის საერთაშორისო ორგანიზაცია 1951 წელს შეიქმნა:', 'lead'),
        ul(['დაიცვას მიგრანტთა ადამიანური ღირსება და კეთილდღეობა', 'ხელი შეუწყოს განვითარებას'], 'principal'),
        p([
          text('საერთაშორისო ორგანიზაცია თანამშრომლობს '),
          emphasis('სამთავრობოთაშორისო'),
          text(' ორგანიზაციებთან, იხილეთ '),
          link('#themes', 'თემატური სფეროები'),
          text(' და '),
          link('https://www.iom.int/news?a=1&b=2', 'ახალი ამბები'),
          text(' ან '),
          span('en', 'the International Organization for Migration'),
          text(' სრულად.'),
        ]),
        ul(['პირველი', 'მეორე']),
      ]),
      section('themes', 'თემატური სფეროები', [
        ul(
          [li([p('მიგრაციის ხელშეწყობა'), ul(['შრომითი მიგრაცია'], 'dash')]), li('რეგულირებული მიგრაცია', 'focus')],
          'route',
        ),
        section('overview', 'მიმოხილვა', [
          make.figure(square, 'გზა საზღვართან', 'საზღვრის გადაკვეთა.'),
          { ...make.figure(square, null), caption: null, credit: [text('© IOM 2019')] },
          make.aside([p('ძირითადი სფეროები:', 'lead'), ol(['შეფასება', 'განვითარება'], 'stops')], 'panel', 'სფეროები'),
          make.aside([p('შენიშვნა.')], 'callout'),
          ol(['ერთი', 'ორი']),
        ]),
      ]),
      section('contact', 'კონტაქტი', [
        ul([li([p([link('https://www.iom.int/', 'iom.int'), lineBreak(), text('მთავარი გვერდი')])])], 'links'),
      ]),
    ],
    imprint: [
      {
        ...base,
        type: 'emblems',
        items: [
          { ...base, name: from(w('დონორის ემბლემა')), picture: from(square) },
          { ...base, name: from(w('European Union')), picture: null, lang: l('en') },
        ],
      },
      p('© IOM 2026', 'small'),
    ],
  }),
};
