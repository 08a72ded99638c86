/** The differences of two documents, at the places of the data. */
import type { Manuscript, Revision, WordParagraph } from '../finished/docx/manuscript.ts';
import { pathOf } from '../json/path.ts';
import { additionsOf } from './additions.ts';
import { anchorsTo } from './anchors.ts';
import type { Change } from './change.ts';
import { goneRows } from './gone-rows.ts';
import { homesByAnchors, homesByWords, wholeOf } from './halves.ts';
import { isThing, markedWordsOf, wordsOf } from './letters.ts';
import { itemsOf, movedItems, removedItems, revisionsOf } from './lists.ts';
import { margins } from './margins.ts';
import { movedElsewhere, movedSections } from './moved-sections.ts';
import { type Pairing, pagesOf, pair, type ReadParagraph } from './pairing.ts';
import { type Part, partsOf } from './parts.ts';
import { changedProperties } from './properties.ts';
import { type Data, isPicture, isPresent, textChanges, textsOf, whyComputed } from './texts.ts';
import { thingChanges } from './things.ts';

export interface Compared {
  readonly changes: readonly Change[];
  readonly comments: readonly {
    readonly path: string;
    readonly author: string;
    readonly date: string;
    readonly text: string;
    readonly quote: string;
    readonly isResolved: boolean;
  }[];
}

export function compare(made: Manuscript, returned: Manuscript, data: Data, lang: string): Compared {
  const places = made.origin?.places ?? [];
  const base = pagesOf(made.paragraphs);
  const anchors = anchorsTo(returned.origin, made.origin);
  const placeAt = (anchor: number) => places[anchor - 1]?.at ?? null;
  const isBlock = (one: number) =>
    base[one]?.letters.some(({ anchor }) => {
      const path = anchor === null ? null : pathOf(placeAt(anchor) ?? '');
      return path !== null && data.formOf(path) === 'block';
    }) === true;
  const read = pagesOf(returned.paragraphs, anchors.to);
  const anchored = wholeOf(base, read, homesByAnchors(base, read), isBlock);
  const first = pair(base, anchored.pages, anchors.areSame);
  const { pages: edited, halves } = wholeOf(base, anchored.pages, homesByWords(base, anchored.pages, first), isBlock);
  // Where nothing was joined, what was paired is the same.
  const isSame = edited.every((page, index) => page === anchored.pages[index]);
  const pairing = isSame ? first : pair(base, edited, anchors.areSame);
  const placeOf = (anchor: number | null) => {
    const own = anchor === null ? null : anchors.to(anchor);
    return own === null ? null : (places[own - 1]?.at ?? null);
  };
  const parts = partsOf({ base, edited, pairing, placeOf: placeAt });
  const { deletions } = returned;
  const sides = { base, edited, pairing, languages: data.languages, deletions };
  const items = itemsOf(parts, isPresent);
  const removed = removedItems(items, sides);
  const left = parts.filter((part) => !removed.gone.has(part));
  const { grown, changes: added } = additionsOf({ edited, pairing, parts: left, data, lang, halves });
  const elsewhere = movedElsewhere(left, sides);
  const isElsewhere = (part: Part) => elsewhere.parts.has(part);
  const present = items.filter(({ isGone }) => !isGone);
  const reordered = movedItems(present, sides, isElsewhere);
  const texts = textsOf(left);
  const rows = goneRows(texts, data, deletions);
  const changes = [
    ...texts
      .filter(({ place }) => !rows.places.has(place))
      .flatMap((text) => [
        ...textChanges(text, data, edited, base, grown, isElsewhere, deletions),
        ...emptied(text.place, text.parts, data, edited, deletions),
      ]),
    ...rows.changes,
    ...literals(parts, edited),
    ...thingChanges({ base, edited, pairing, parts, gone: removed.gone }),
    ...structures(left, sides),
    ...added,
    ...removed.changes,
    ...reordered,
    ...elsewhere.changes,
    ...movedSections(left, sides, new Set(reordered.map(({ path }) => path)), isElsewhere),
    ...margins(made, returned, anchors.areSame),
    // Those of a document that was made from other data may differ though nobody touched them.
    ...(anchors.areSame || returned.origin === null ? changedProperties(made, returned) : []),
  ];
  return { changes, comments: commentsOf(returned, parts, placeOf) };
}

/** Words that are gone, where what holds them is still there. */
function emptied(
  place: string,
  parts: readonly Part[],
  data: Data,
  edited: readonly ReadParagraph[],
  deletions: readonly Revision[],
): readonly Change[] {
  const own = parts.filter((part) => !isPicture(part) && wordsOf(part.before) !== '');
  if (own.length === 0 || own.some(isPresent)) return [];
  const before = own.map((part) => wordsOf(part.before)).join('\n');
  const pages = own.flatMap(({ page }) => (page === null ? [] : (edited[page]?.paragraph.revisions ?? [])));
  const revisions = [...new Set([...pages, ...revisionsOf(wordsOf(own[0]?.before ?? []), deletions)])];
  const path = place;
  const shared = data.languages.length > 1 ? ' It would go in one language only.' : '';
  const value = place.startsWith('$') ? null : place;
  const note =
    value === null
      ? `Its words are gone: remove the field in the data, or leave it.${shared}`
      : whyComputed(place, data);
  return [{ kind: 'removed', path, before, after: null, edit: null, note, revisions }];
}

/** Words that Etrati writes, such as the label of a caption. */
function literals(parts: readonly Part[], edited: readonly ReadParagraph[]): readonly Change[] {
  let near = '$';
  return parts.flatMap((part): readonly Change[] => {
    if (part.place !== null) {
      near = part.place;
      return [];
    }
    const beside = parts.find(({ base, place }) => base === part.base && place !== null)?.place ?? near;
    const revisions = part.page === null ? [] : (edited[part.page]?.paragraph.revisions ?? []);
    const shared = { path: beside, edit: null, revisions };
    const [was, is] = [pictureOf(part.before), part.now === null ? null : pictureOf(part.now)];
    if (was !== null && is !== null && was.alt !== is.alt)
      return [
        {
          ...shared,
          kind: 'alternative',
          before: was.alt,
          after: is.alt,
          note: 'Etrati writes these words from the data: change it there.',
        },
      ];
    const now = part.now ?? [];
    const isNoted = notesIn(now) > notesIn(part.before);
    const [before, after] = [saidIn(part.before, false), saidIn(now, isNoted)];
    if (before === after || (part.now === null && before === '')) return [];
    return [
      {
        ...shared,
        kind: 'text',
        before,
        after,
        note: 'Etrati writes these words itself: the template or the data says them.',
      },
    ];
  });
}

function pictureOf(letters: Part['before']): { readonly alt: string | null } | null {
  const found = letters.find(({ thing }) => thing?.type === 'picture' && !thing.isDecoration)?.thing;
  return found?.type === 'picture' ? found : null;
}

function notesIn(letters: Part['before']): number {
  return letters.filter(({ thing }) => thing?.type === 'note').length;
}

/** Words, with new notes where there are some: a note of the data's has a text of its own. Things are told of their own. */
function saidIn(letters: Part['before'], isNoted: boolean): string {
  const isOwn = ({ thing }: Part['before'][number]) =>
    thing?.type === 'note' && (!isNoted || thing.runs.some(({ anchor }) => anchor !== null));
  const bare = letters.filter((letter) => !isThing(letter) && !isOwn(letter));
  return markedWordsOf(bare.map((letter) => ({ ...letter, marks: '', strong: false, emphasis: false, target: null })));
}

interface Sides {
  readonly base: readonly ReadParagraph[];
  readonly edited: readonly ReadParagraph[];
  readonly pairing: Pairing;
}

/** Levels of headings, and what has become an item or has ceased to be one. */
function structures(parts: readonly Part[], { base, edited, pairing }: Sides): readonly Change[] {
  return pairing.flatMap((one, page): readonly Change[] => {
    const [was, is] = [one === null ? undefined : base[one]?.paragraph, edited[page]?.paragraph];
    if (one === null || was === undefined || is === undefined) return [];
    const [before, after] = [kindOf(was), kindOf(is)];
    const place = parts.find((part) => part.base === one && part.place !== null)?.place ?? null;
    if (before === after || place === null) return [];
    const note =
      isBareCell(was) && isBareCell(is)
        ? 'Cells were joined or parted: "columnSpan" and "rowSpan" say so in the data.'
        : 'What a paragraph is follows from its place in the data: move it there.';
    return [{ kind: 'structure', path: place, before, after, edit: null, note, revisions: is.revisions }];
  });
}

function isBareCell({ heading, list, cell }: WordParagraph): boolean {
  return heading === null && list === null && cell !== null;
}

function kindOf({ heading, list, cell }: WordParagraph): string {
  if (heading !== null) return heading === 0 ? 'title' : `heading ${heading}`;
  if (list !== null) return `item of ${list.ordered ? 'a numbered' : 'a'} list, level ${list.level + 1}`;
  if (cell === null) return 'paragraph';
  return `cell${cell.columns > 1 ? ` ${cell.columns} columns wide` : ''}${cell.goesDown ? ' over several rows' : ''}`;
}

function commentsOf(
  returned: Manuscript,
  parts: readonly Part[],
  placeOf: (anchor: number | null) => string | null,
): Compared['comments'] {
  return returned.comments.map(({ anchor, paragraph, ...comment }) => {
    const near = parts.findLast((part) => part.page !== null && part.page <= paragraph && part.place !== null)?.place;
    return { ...comment, path: placeOf(anchor) ?? near ?? '$' };
  });
}
