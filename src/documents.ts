/** A document in one of its languages: its template filled with the data, and what comes of that read. */
import type { Report } from './diagnostics.ts';
import type { Loaded } from './input/load.ts';
import type { Lang, Sourced } from './model/document.ts';
import type { Crop, Picture } from './model/picture.ts';
import { loadPicture } from './picture/picture.ts';
import { qrPicture } from './picture/qr.ts';
import { readDocument } from './read/read.ts';
import type { Making } from './shelf.ts';
import { nameHints } from './suggestion.ts';
import type { Template } from './template/compile.ts';
import type { Theme } from './theme/theme.ts';

/** What the languages of a document share. */
export interface Means {
  readonly template: Template;
  readonly theme: Theme;
  readonly pictures: Map<string, Promise<Picture | null>>;
  readonly light: boolean;
}

/** Null with errors. */
export async function makeDocument(
  loaded: Loaded,
  lang: Lang,
  { template, theme, pictures, light }: Means,
  { world, report }: Making,
) {
  const markup = template.fill(loaded.localize(lang), lang, report);
  // What formats choose by the kind, such as how a brochure is folded, they choose by the one that it extends.
  const { base: kind, editions } = loaded;
  const { page } = theme;
  const room = { width: page.width - page.left - page.right, height: page.height - page.top - page.bottom, light };
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
  const context = { kind, lang, editions, metadata: loaded.metadata(lang), picture, qr: qrPicture };
  return markup && readDocument(markup, context, report);
}

/** The languages asked for, in the document's order; those that it lacks are errors. */
export function chooseLanguages(loaded: Loaded, asked: readonly string[] | undefined, report: Report): readonly Lang[] {
  for (const tag of asked ?? [])
    if (!loaded.languages.some((lang) => lang === tag)) {
      const hints = nameHints(tag, loaded.languages, 'languages of this document');
      report.error('unknown-language', null, `${loaded.file} has no language "${tag}".`, { hints });
    }
  return loaded.languages.filter((lang) => asked?.includes(lang) ?? true);
}
