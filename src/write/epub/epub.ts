/** A book: EPUB 3.3 with EPUB Accessibility 1.1, in one language or in all that the document has. */
import type { Document, Lang } from '../../model/document.ts';
import type { Picture } from '../../model/picture.ts';
import { plain } from '../../model/walk.ts';
import { withoutEditions } from '../editions.ts';
import type { FormatWriter, WrittenEdition } from '../targets.ts';
import { element, lines, sequence, textOf } from '../xhtml/element.ts';
import { cutFont, fontRule, fontsFor } from '../xhtml/fonts.ts';
import { type ZipPart, zip } from '../zip.ts';
import { coverImage } from './cover-image.ts';
import { type ListedPage, navigation } from './navigation.ts';
import { packageDocument, type Resource } from './package.ts';
import { page } from './page.ts';
import { type Paged, withPages } from './pages.ts';
import { styleSheet, weightsOf } from './stylesheet.ts';
import { xmlFile, xmlOf } from './syntax.ts';
import { type SetText, setBookText } from './text.ts';

export const epub: FormatWriter = {
  format: 'epub',
  extension: 'epub',
  write: (document, job) => writeBook([{ document, job }]),
  writeTogether: writeBook,
};

/** All that the book holds lies in this folder, the languages each in one within it. */
const folder = 'EPUB';

async function writeBook(editions: readonly WrittenEdition[]): Promise<Uint8Array> {
  const pictures = new Pictures();
  const langs = editions.map(({ document }) => document.lang);
  const texts: SetText[] = [];
  for (const { document, job } of editions)
    texts.push(
      await setBookText(linked(document, langs), job, {
        picture: (picture) => `../${pictures.add(picture)}`,
        edition: (lang) => (langs.includes(lang) ? `../${lang}/title.xhtml` : null),
      }),
    );
  const paged: Paged[] = [];
  for (const text of texts) paged.push(await pagesOf(text, texts.length > 1));
  const resources = [
    ...(await frame(texts, paged)),
    ...texts.flatMap((text, index) => filesOf(text, paged[index] ?? nothing)),
    ...pictures.resources(),
  ];
  return packed(texts, resources);
}

const nothing: Paged = { texts: [], pages: [] };

/** A link to an edition that is another book would lead out of this one, to a file that may not be there. */
function linked(document: Document, langs: readonly Lang[]): Document {
  return withoutEditions(document, (lang) => langs.length === 1 || !langs.includes(lang));
}

/** Each language has a PDF of its own: in a book of several its pages are named by it, for there is more than one page 1. */
function pagesOf({ parts, job }: SetText, isOneOfSeveral: boolean): Promise<Paged> {
  const texts = parts.map(({ text }) => text);
  if (job.madePdf === undefined) return Promise.resolve({ texts, pages: [] });
  return withPages(texts, job.madePdf.bytes, (page) => (isOneOfSeveral ? `${page} (${job.language.name})` : page));
}

/** What the text is shown with: navigation, style sheet, fonts, cover. */
async function frame(texts: readonly SetText[], paged: readonly Paged[]): Promise<readonly Resource[]> {
  const [first] = texts;
  if (first === undefined) throw new Error('a book without a text');
  const { theme } = first.job;
  const listed = paged.map(({ pages }, index) => {
    const { parts, document } = texts[index] ?? first;
    return pages.map(({ label, text, id }): ListedPage => {
      return { label, href: `${document.lang}/${parts[text]?.part.file}#${id}` };
    });
  });
  const nav = navigation(texts, listed);
  const weights = weightsOf(theme);
  const slanted = texts.some((text) => text.slanted);
  const faces = theme.faces.filter((face) => weights.has(face.weight) && (slanted || !face.italic));
  const words = texts.flatMap(({ parts }) => parts.map(({ text, notes }) => textOf(sequence(text, notes))));
  const fonts = fontsFor(faces, `${words.join('\n')}${textOf(nav)}0123456789.–`);
  const cut = fonts.map((font) => cutFont(font, 'sfnt'));
  const files = fonts.map((_, index) => `fonts/${index + 1}.ttf`);
  const rules = fonts.map((font, index) => fontRule(font, `url(${files[index]}) format("truetype")`));
  const widths = {
    columns: new Set(texts.flatMap(({ setting }) => [...setting.page.columnWidths])),
    tables: new Set(texts.flatMap(({ setting }) => [...setting.page.tableWidths])),
  };
  return [
    { path: 'nav.xhtml', mediaType: xhtml, properties: ['nav'], bytes: xmlFile(nav, doctype) },
    { path: 'style.css', mediaType: 'text/css', bytes: new TextEncoder().encode(styleSheet(theme, rules, widths)) },
    {
      path: 'cover.png',
      mediaType: 'image/png',
      properties: ['cover-image'],
      bytes: await coverImage(first.document, theme),
    },
    ...cut.map((bytes, index): Resource => ({ path: files[index] ?? '', mediaType: 'font/ttf', bytes })),
  ];
}

const xhtml = 'application/xhtml+xml';
const doctype = '<!DOCTYPE html>\n';

/** The files of a language, in reading order. */
function filesOf({ document, parts }: SetText, { texts }: Paged): readonly Resource[] {
  return parts.map(({ part, notes }, index): Resource => {
    const body = sequence(texts[index] ?? null, notes === null ? null : lines(notes));
    const title = part.type === 'section' ? plain(part.section.title) : document.metadata.title;
    const root = page({ lang: document.lang, title, sheet: '../style.css' }, body);
    return {
      path: `${document.lang}/${part.file}`,
      mediaType: xhtml,
      spine: true,
      properties: /<svg\b/.test(xmlOf(body)) ? ['svg'] : [],
      bytes: xmlFile(root, doctype),
    };
  });
}

const mediaTypes: Readonly<Record<Picture['format'], string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  svg: 'image/svg+xml',
};

/** The pictures of a book, each once. */
class Pictures {
  readonly #paths = new Map<Uint8Array, string>();
  readonly #resources: Resource[] = [];

  add({ bytes, format }: Picture): string {
    const known = this.#paths.get(bytes);
    if (known !== undefined) return known;
    const path = `pictures/${this.#paths.size + 1}.${format}`;
    this.#paths.set(bytes, path);
    this.#resources.push({ path, mediaType: mediaTypes[format], bytes });
    return path;
  }

  resources(): readonly Resource[] {
    return this.#resources;
  }
}

function packed(texts: readonly SetText[], resources: readonly Resource[]): Uint8Array {
  const opf = packageDocument({ texts, resources, pageSources: texts.flatMap(({ job }) => job.madePdf?.name ?? []) });
  const container = element(
    'container',
    { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
    element(
      'rootfiles',
      {},
      element('rootfile', {
        'full-path': `${folder}/package.opf`,
        'media-type': 'application/oebps-package+xml',
      }),
    ),
  );
  const parts: readonly ZipPart[] = [
    // OCF 3.3, 4.3: first, and as it is, so that a file is known by its first bytes.
    ['mimetype', new TextEncoder().encode('application/epub+zip'), 'stored'],
    ['META-INF/container.xml', xmlFile(container)],
    [`${folder}/package.opf`, xmlFile(opf)],
    ...resources.map(({ path, bytes }): ZipPart => [`${folder}/${path}`, bytes]),
  ];
  return zip(parts);
}
