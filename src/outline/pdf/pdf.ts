/** Reads a tagged PDF by its structure tree (ISO 32000-1, 14.7 and 14.8): the order of the tree, whatever the pages show. */
import { refusal } from '../../diagnostics.ts';
import { dictionaryAt, stringAt } from '../../finished/pdf/objects.ts';
import type { Outline } from '../outline.ts';
import { type NotePlaces, settle } from '../settle.ts';
import { sayWords } from '../text.ts';
import { countAnnotations } from './annotations.ts';
import { bookmarksIn, type FoundBookmark } from './bookmarks.ts';
import { settleLineEnds } from './lines.ts';
import { claimsUa, openPdf, titleOf } from './open.ts';
import { Walk } from './walk.ts';

/** Throws Refused for a file that is no PDF, is encrypted or not tagged. */
export async function readPdf(bytes: Uint8Array, noted: NotePlaces = 'gathered'): Promise<Outline> {
  return (await readPdfAndBookmarks(bytes, noted)).outline;
}

/** What is beside the pages too, which no other format has in the same way. */
export async function readPdfAndBookmarks(
  bytes: Uint8Array,
  noted: NotePlaces = 'gathered',
): Promise<{ readonly outline: Outline; readonly bookmarks: readonly FoundBookmark[] }> {
  const { lang, walk, parts, document } = await walkPdf(bytes);
  walk.destinations.settle(walk.landmarks);
  const ended = settleLineEnds(parts, walk.lineEnds, claimsUa(document.catalog));
  countAnnotations(document, walk.unread);
  walk.unread.add('hidden text', walk.hidden);
  const nodes = settle(ended, noted);
  const outline = { lang, title: sayWords(titleOf(document)), nodes, unread: walk.unread.list };
  return { outline, bookmarks: bookmarksIn(document) };
}

/** What the structure tree holds, before it is settled, and the page that each piece of text is on. */
export async function walkPdf(bytes: Uint8Array) {
  const document = await openPdf(bytes);
  const root = dictionaryAt(document.catalog, 'StructTreeRoot');
  if (root === null) {
    throw refusal(
      'outline-not-tagged',
      null,
      'The PDF is not tagged: it has no structure tree.',
      'Export it again as tagged or accessible PDF.',
    );
  }
  const lang = stringAt(document.catalog, 'Lang') || null;
  const walk = new Walk(document, root);
  const top = {
    lang,
    target: null,
    page: null,
    parent: 'group',
    part: 'body',
    sections: 0,
    entries: 0,
    depth: 0,
  } as const;
  const parts = walk.whole(root, top);
  return { lang, walk, parts, document };
}
