/** What a document becomes before it is written: its name among the files, its links to those of its editions that are there. */
import { basename, extname } from 'node:path';
import type { Place, Report } from './diagnostics.ts';
import type { BuildOptions } from './engine.ts';
import { languageOf } from './language/languages.ts';
import { englishName } from './language/tags.ts';
import { withBadge } from './large/document.ts';
import { words } from './model/build.ts';
import type { Document, Lang } from './model/document.ts';
import { withoutEditions } from './write/editions.ts';
import { type EditionKind, editionFile, type Format, formatFacts } from './write/targets.ts';

/** What names the pages of the PDF is made after it. */
export function inOrder(formats: readonly Format[]): readonly Format[] {
  const after = (format: Format) => formatFacts[format].namesPages;
  return [...formats.filter((format) => !after(format)), ...formats.filter(after)];
}

/** The document with links to those of its editions alone that are there in this format; paper has none. */
export function linkedEditions(
  document: Document,
  { languagesAt, made }: { readonly languagesAt: Place; readonly made: readonly Lang[] },
  { format, beside, name }: Pick<BuildOptions, 'beside'> & { readonly format: Format; readonly name: string },
  report: Report,
): Document {
  // Paper has no links, and a book has all that it links to in itself.
  if (format === 'print' || format === 'epub' || beside === undefined) return document;
  const missing = document.editions
    .map(({ lang }) => lang)
    .filter((lang) => !made.includes(lang) && !beside(editionFile({ name }, lang, format)));
  for (const lang of missing)
    report.warning('edition-missing', languagesAt, missingEdition(lang), {
      hints: ['Build it as well: then the other editions link to it.'],
    });
  return missing.length === 0 ? document : withoutEditions(document, (lang) => missing.includes(lang));
}

/** The files' name without language and ending. */
export function nameOf(
  file: string,
  { name, draft = false }: Pick<BuildOptions, 'name' | 'draft'>,
  kind: EditionKind = 'standard',
): string {
  const edition = kind === 'standard' ? '' : `.${kind}`;
  return `${name ?? basename(file, extname(file))}${edition}${draft ? '.draft' : ''}`;
}

/** A document whose title says that it is a draft: to those who hear it, and over each page. */
export function drafted(document: Document): Document {
  const { chrome } = languageOf(document.lang);
  const title = words(`${document.metadata.title} (${chrome.draft.toLocaleLowerCase(document.lang)})`);
  return title === null ? document : { ...document, metadata: { ...document.metadata, title } };
}

/** What has no pages to stamp says on its cover, in words, that it is a draft. */
export function withDraftBadge(
  document: Document,
  format: Format,
  { draft = false }: Pick<BuildOptions, 'draft'>,
): Document {
  return draft && formatFacts[format].unstamped
    ? withBadge(document, languageOf(document.lang).chrome.draft)
    : document;
}

function missingEdition(lang: Lang): string {
  return `The edition in ${englishName(lang)} is not built now and not in the output folder, so nothing links to it.`;
}
