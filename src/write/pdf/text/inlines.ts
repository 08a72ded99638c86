/** Runs of one look to pieces of line: where a line may break, and how wide each piece is. */
import LineBreaker from 'linebreak';
import type { Place } from '../../../diagnostics.ts';
import type { FontFace, Theme } from '../../../theme/theme.ts';
import { joins, softHyphen } from '../../typesetting.ts';
import type { Slot } from '../tag/structure.ts';
import { waysIn } from './direction.ts';
import type { Line } from './line.ts';
import { type LinePiece, piece } from './piece.ts';

export type { Line };

/** What our layout hangs on pdfmake's lines. */
export interface LineExtras {
  markers?: PlacedMarker[] | undefined;
  boxes?: Backdrop[] | undefined;
  anchors?: Anchor[] | undefined;
  tail?: Tail | undefined;
  shape?: LineShape | undefined;
  /** Seen again, not said again: the head of a table on a later page. */
  artifact?: boolean | undefined;
}

/** How a run looks. Lengths in points. */
export interface RunStyle {
  readonly face: FontFace;
  readonly size: number;
  readonly leading: number;
  /** Extra space after each character. */
  readonly tracking: number;
  /** `#rrggbb` */
  readonly color: string;
  readonly underline: boolean;
  /** How far the baseline is raised, in points: marks of notes. */
  readonly rise: number;
  /** Figures of one width, for columns of numbers. */
  readonly tabular: boolean;
}

/** A run of text in one look and one place of the structure; without a slot it is decoration. */
export interface StyledRun {
  readonly text: string;
  readonly style: RunStyle;
  readonly slot: Slot | null;
  readonly link: LinkTarget | null;
  /** It is the number of the page that this place stands on, known once all is laid out; its text holds the room. */
  readonly pageOf?: string;
  /** Ends its line. */
  readonly lineEnd: boolean;
  /** Where its words are from. */
  readonly from?: Place;
  /** The note that this mark calls to the foot of its page. */
  readonly note?: NoteBody;
}

/** A footnote, measured. */
export interface NoteBody {
  readonly number: number;
  readonly lines: readonly Line[];
  /** With the space under it, in points. */
  readonly height: number;
}

/** What ends an entry of the contents: a leader and the number of the page that the entry leads to. */
export interface Tail {
  readonly id: string;
  readonly slot: Slot;
  readonly style: RunStyle;
  readonly link: LinkTarget;
  /** The dots that lead to the number; null for none. */
  readonly leader: (Theme['looks']['paged']['leader'] & { readonly color: string }) | null;
  /** The right edge: from the text's own in content, from the page's left once placed. */
  readonly right: number;
}

export type LinkTarget =
  | { readonly type: 'uri'; readonly uri: string; readonly contents: string }
  | { readonly type: 'place'; readonly id: string; readonly contents: string }
  | { readonly type: 'note'; readonly id: string; readonly contents: string }
  | { readonly type: 'file'; readonly file: string; readonly contents: string };

/** A mark beside the first line of a list item: drawn as a ring, a disc or a dash; its label is its text. */
export interface Marker {
  readonly kind: 'ring' | 'disc' | 'square' | 'dash' | 'number' | 'bare';
  readonly label: string;
  readonly slot: Slot;
  readonly color: string;
  /** Ground inside of a ring. */
  readonly ground: string;
  readonly style: RunStyle;
  /** Radius of the ring to the middle of its stroke, and the stroke. */
  readonly radius: number;
  readonly stroke: number;
  /** From the text's left edge to the mark's centre. */
  readonly offset: number;
  /** Marks of one list share a rail. */
  readonly rail: Rail | null;
}
/** A marker and where its centre stands, in points from the page's left. */
export interface PlacedMarker {
  readonly marker: Marker;
  readonly x: number;
}
/** A drawing beside or above a line, whose words say it too. Lengths in points. */
export type LineShape =
  /** A status, told by its shape as well (FiraGO has not all of them as glyphs). */
  | {
      readonly kind: 'status';
      readonly shape: 'circle' | 'triangle' | 'diamond';
      readonly color: string;
      readonly radius: number;
      readonly stroke: number;
      /** From its middle to the words. */
      readonly beside: number;
    }
  /** What a box is for, before its first words. */
  | {
      readonly kind: 'icon';
      readonly icon: 'attention' | 'information';
      readonly color: string;
      readonly radius: number;
      /** From its middle to the words. */
      readonly beside: number;
    }
  /** How much of a target is reached: a bar above the line. */
  | {
      readonly kind: 'progress';
      readonly share: number;
      readonly width: number;
      readonly above: number;
      readonly height: number;
      readonly round: boolean;
      readonly color: string;
      readonly track: string | null;
      readonly outline: { readonly color: string; readonly width: number } | null;
    }
  /** A stop of a timeline above the line, and the lane that leads on from it. */
  | {
      readonly kind: 'stop';
      readonly filled: boolean;
      readonly color: string;
      readonly ground: string;
      readonly radius: number;
      readonly stroke: number;
      /** From the text's left edge and top to its middle. */
      readonly inset: number;
      readonly above: number;
      readonly lane: {
        readonly color: string;
        readonly length: number;
        readonly dashed: boolean;
        readonly dash: number;
      } | null;
    };
export interface Rail {
  readonly color: string;
  readonly width: number;
}

/** A ground, frame or bar behind all lines of a node. Lengths in points. */
export interface Backdrop {
  readonly fill: string | null;
  readonly border: { readonly color: string; readonly width: number; readonly radius: number } | null;
  readonly bar: { readonly color: string; readonly width: number } | null;
  readonly padding: { readonly x: number; readonly top: number; readonly bottom: number };
  /** Set by layout. */
  x: number;
  width: number;
}

/** A place that links and bookmarks lead to, or where a section opens. */
export interface Anchor {
  readonly id: string;
  readonly level: number;
}

/**
 * Cuts the runs of a paragraph at every place where a line may break: Unicode line breaking (UAX 14) over the whole text, so
 * that a change of look is no break, less the places that Georgian and English setting keep together. Soft hyphens are such
 * places, and no text.
 */
export function breakRuns(runs: readonly StyledRun[], lang: string): LinePiece[] {
  const text = runs.map((run) => run.text).join('');
  const cuts = cutsIn(text, lang);
  const ways = waysIn(runs, text, lang);
  const pieces: LinePiece[] = [];
  let start = 0;
  for (const run of runs) {
    const end = start + run.text.length;
    const silent = spoken(run.text) === '';
    let from = start;
    for (let to = silent ? end : start + 1; to <= end; to += 1) {
      const isCut = cuts[to] === 1;
      if (to < end && !isCut && ways?.seams[to] !== true) continue;
      const rendered = spoken(text.slice(from, to));
      const soft = isCut && text[to - 1] === softHyphen;
      const lineEnd = to === end && run.lineEnd;
      // What says nothing has a piece too where its run would else have none.
      if (rendered !== '' || lineEnd || silent)
        pieces.push(
          piece(run, rendered, {
            noNewLine: !isCut && to < text.length,
            lineEnd,
            soft,
            level: ways?.levels[from] ?? 0,
          }),
        );
      from = to;
    }
    start = end;
  }
  return pieces;
}

/** Without soft hyphens, which say nothing. */
function spoken(text: string): string {
  return text.includes(softHyphen) ? text.replaceAll(softHyphen, '') : text;
}

/** By the index of the character after it, where a line may end: 1, else 0. */
function cutsIn(text: string, lang: string): Uint8Array {
  const cuts = new Uint8Array(text.length + 1);
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak())
    if (next.position < text.length) cuts[next.position] = 1;
  for (const at of joins(text, lang)) cuts[at + 1] = 0;
  return cuts;
}
