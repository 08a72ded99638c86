/** A document in one of its languages: its template filled with the data, and what comes of that read. */
import type { Report } from './diagnostics.ts';
import { easyTree } from './input/easy.ts';
import type { Loaded } from './input/load.ts';
import { languageOf } from './language/languages.ts';
import { englishName } from './language/tags.ts';
import { words } from './model/build.ts';
import { type DataRecord, type DataTree, Datum } from './model/datum.ts';
import type { Document, Edition, Lang, Metadata, Sourced } from './model/document.ts';
import { withoutLanguages } from './model/marks.ts';
import type { Crop, Picture } from './model/picture.ts';
import { loadPicture } from './picture/picture.ts';
import { qrPicture } from './picture/qr.ts';
import { readDocument } from './read/read.ts';
import type { Making } from './shelf.ts';
import { nameHints } from './suggestion.ts';
import type { Template } from './template/compile.ts';
import { textArea } from './theme/page-size.ts';
import { colorOf, type Theme } from './theme/theme.ts';

/** What the languages of a document share. */
export interface Means {
  readonly template: Template;
  readonly theme: Theme;
  readonly pictures: Map<string, Promise<Picture | null>>;
  readonly light: boolean;
}

/** Null with errors. */
export function makeDocument(loaded: Loaded, lang: Lang, means: Means, making: Making): Promise<Document | null> {
  // What formats choose by the kind, such as how a brochure is folded, they choose by the one that it extends.
  const facts = { kind: loaded.base, metadata: loaded.metadata(lang) };
  return fillIn(loaded.localize(lang), { ...facts, lang, editions: loaded.editions }, means, making);
}

/** Whether the data has easy-to-read texts in some of these languages. */
export function hasPlainText(loaded: Loaded, langs: readonly string[]): boolean {
  return loaded.languages.some((lang) => langs.includes(lang) && easyTree(loaded.localize(lang)) !== null);
}

/** The easy-to-read document: of the plain texts alone, in a template of their own. Null with errors. */
export async function makePlainDocument(
  loaded: Loaded,
  lang: Lang,
  means: Means,
  making: Making,
): Promise<Document | null> {
  const tree = easyTree(loaded.localize(lang));
  if (tree === null) {
    making.report.error('plain-missing', null, `${loaded.file} has no easy-to-read text.`, {
      hints: ['Add "plain" with its rows to a section or to the document, or leave out the edition "plain".'],
    });
    return null;
  }
  const metadata = entitled(loaded.metadata(lang), tree);
  return fillIn(tree, { kind: 'document', metadata, lang, editions: loaded.editions }, means, making);
}

/** With the title in plain words, where there is one. */
function entitled(metadata: Metadata, tree: DataRecord): Metadata {
  const title = tree.title instanceof Datum ? words(withoutLanguages(String(tree.title.value))) : null;
  if (title === null || !(tree.title instanceof Datum)) return metadata;
  return { ...metadata, title, places: new Map([...metadata.places, [title, tree.title.from]]) };
}

interface Facts {
  readonly kind: string;
  readonly lang: Lang;
  readonly metadata: Metadata;
  readonly editions: readonly Edition[];
}

async function fillIn(
  tree: DataTree,
  { kind, lang, metadata, editions }: Facts,
  { template, theme, pictures, light }: Means,
  { world, report }: Making,
): Promise<Document | null> {
  const markup = template.fill(tree, lang, report);
  const { page } = theme;
  const room = { ...textArea(page), light };
  // Decoded once for all languages; a drawing may have words in each.
  const picture = (src: Sourced<string>, crop: Crop | null) => {
    const key = JSON.stringify([
      src.value,
      src.from,
      crop,
      /\.(?:jpe?g|png|webp|avif|tiff?)$/i.test(src.value) ? null : lang,
    ]);
    const known = pictures.get(key) ?? loadPicture(src, world, report, { room, lang, crop });
    pictures.set(key, known);
    return known;
  };
  const context = {
    kind,
    lang,
    editions,
    metadata,
    picture,
    qr: (text: string) => qrPicture(text, colorOf(theme, theme.roles.strong).light),
  };
  return markup && readDocument(markup, context, report);
}

/** The languages asked for, in the document's order; those that it lacks are errors. */
export function chooseLanguages(loaded: Loaded, asked: readonly string[] | undefined, report: Report): readonly Lang[] {
  for (const tag of asked ?? [])
    if (!loaded.languages.some((lang) => lang === tag)) {
      const hints = nameHints(tag, loaded.languages, 'languages of this document');
      report.error('unknown-language', null, `${loaded.file} has no language "${tag}".`, { hints });
    }
  const chosen = loaded.languages.filter((lang) => asked?.includes(lang) ?? true);
  for (const { tag, stillEnglish } of chosen.map(languageOf))
    if (stillEnglish.length > 0) warnOfEnglish(tag, stillEnglish, loaded, report);
  return chosen;
}

/** No more parts of a language are named than this. */
const mostNamed = 6;

function warnOfEnglish(tag: string, parts: readonly string[], { languagesAt }: Loaded, report: Report): void {
  const rest = parts.length - mostNamed;
  const named = parts.slice(0, mostNamed).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  const message = `What Etrati adds to documents in ${englishName(tag)} is partly in English: ${named}.`;
  report.warning('language-unfinished', languagesAt, message, {
    hints: [`Write these parts in src/language/${tag}.ts; etrati doctor names all of them.`],
  });
}
