/** Filled markup to the Document that every writer gets. */
import { Report } from '../diagnostics.ts';
import type { Cover, Document, Imprint, Lang, Metadata, Section, Title } from '../model/document.ts';
import type { Markup } from '../model/markup.ts';
import { expandFirstUses } from './abbreviations.ts';
import { readBlocks } from './blocks.ts';
import { check } from './check.ts';
import { openPictures } from './figure.ts';
import { readWords } from './inlines.ts';
import { type Element, parse } from './parse.ts';
import { warnOfMarks } from './plain.ts';
import { type Around, elementsOf, languageOf, lookOf, type ReadContext, Reading, reportNone } from './reading.ts';
import { expand } from './rich.ts';
import { Survey } from './survey.ts';

export type { ReadContext } from './reading.ts';

/**
 * Reads markup of the closed vocabulary (docs/markup.md). Gathers all that is wrong with it in the report, and gives null
 * if that is anything. Asynchronous only because pictures are opened.
 */
export async function readDocument(markup: Markup, context: ReadContext, report: Report): Promise<Document | null> {
  const own = new Report();
  const parsed = parse(markup, own);
  const root = parsed && expand(parsed, own);
  let document: Document | null = null;
  let opened = true;
  if (root !== null) {
    check(root, own);
    const pictures = await openPictures(root, context);
    opened = [...pictures.values()].every((picture) => picture !== null);
    const survey = new Survey(root, context.lang, own);
    document = buildDocument(root, new Reading(context, own, survey, pictures, readBlocks));
    checkMetadata(context.metadata, own);
  }
  for (const found of own.diagnostics) report.add(found);
  return own.failed || !opened ? null : document && expandFirstUses(document);
}

/** Words for catalogues and file properties take no marks; what the document shows as well has been told. */
function checkMetadata({ places }: Metadata, report: Report): void {
  const reported = new Set(report.diagnostics.filter(({ code }) => code === 'mark-shown').map(({ at }) => at?.path));
  for (const [text, place] of places) if (!reported.has(place.path)) warnOfMarks(text, place, report);
}

function buildDocument(root: Element, reading: Reading): Document | null {
  const { kind, lang, metadata, editions } = reading.context;
  const around: Around = { lang, sections: 0, lists: 0 };
  const parts = elementsOf(root.children);
  const cover = parts.find(({ name }) => name === 'cover');
  const imprint = parts.find(({ name }) => name === 'imprint');
  if (root.name === 'document') checkParts(root, parts, reading);
  const built = cover ? readCover(cover, around, reading) : null;
  const body = readBlocks(parts, around, reading).filter((block): block is Section => block.type === 'section');
  const closing = imprint ? readImprint(imprint, around, reading) : null;
  if (built === null) return null;
  return { at: root.at, from: root.from, lang, kind, metadata, editions, cover: built, body, imprint: closing };
}

/** One cover first, at most one imprint last. */
function checkParts(root: Element, parts: readonly Element[], { report }: Reading): void {
  const covers = parts.filter(({ name }) => name === 'cover');
  const imprints = parts.filter(({ name }) => name === 'imprint');
  if (covers.length === 0)
    report.error('missing-cover', root.at, 'The document does not have a cover.', {
      hints: ['Start it with a <cover>.'],
    });
  for (const second of [...covers.slice(1), ...imprints.slice(1)])
    report.error('second-element', second.at, `<document> has a second <${second.name}>.`);
  if (covers[0] && covers[0] !== parts[0])
    report.error('misplaced-element', covers[0].at, '<cover> is not first in the document.');
  if (imprints[0] && imprints.at(-1) !== parts.at(-1))
    report.error('misplaced-element', imprints[0].at, '<imprint> is not last in the document.');
}

function readCover(element: Element, around: Around, reading: Reading): Cover | null {
  const { report } = reading;
  const { own, inner } = languageOf(element, around.lang, reading);
  const within = { ...around, lang: inner };
  const elements = elementsOf(element.children);
  const index = elements.findIndex(({ name }) => name === 'title');
  const first = elements[index];
  if (first === undefined)
    report.error('missing-title', element.at, 'The cover does not have a title.', { hints: ['Put a <title> in it.'] });
  for (const second of elements.slice(index + 1).filter(({ name }) => name === 'title'))
    if (first) report.error('second-title', second.at, 'The document has a second title.');
  const before = readBlocks(elements.slice(0, Math.max(index, 0)), within, reading);
  const title = first ? readTitle(first, inner, reading) : null;
  const after = readBlocks(elements.slice(index + 1), within, reading);
  const look = lookOf(element, reading);
  return title && { at: element.at, from: element.from, lang: own, look, before, title, after };
}

function readTitle(element: Element, around: Lang, reading: Reading): Title | null {
  const { own, inner } = languageOf(element, around, reading);
  const children = readWords(element, inner, reading);
  return children && { at: element.at, from: element.from, lang: own, children };
}

function readImprint(element: Element, around: Around, reading: Reading): Imprint {
  const { own, inner } = languageOf(element, around.lang, reading);
  const blocks = readBlocks(elementsOf(element.children), { ...around, lang: inner }, reading);
  if (elementsOf(element.children).length === 0) reportNone(element, 'content', reading);
  return { at: element.at, from: element.from, lang: own, blocks };
}
