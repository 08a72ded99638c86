/** What content is made of before and after pdfmake has measured it. Margins and sizes in points. */
import type { Measured, PageItems } from 'pdfmake/js/LayoutBuilder.js';
import type { Sourced } from '../../../model/document.ts';
import type { Picture } from '../../../model/picture.ts';
import type { Slot } from '../tag/structure.ts';
import type { Anchor, Backdrop, Line, LineShape, Marker, NoteBody, StyledRun, Tail } from '../text/inlines.ts';
import type { LinePiece } from '../text/piece.ts';
import type { Grid } from './grid.ts';

export type Margin = readonly [left: number, top: number, right: number, bottom: number];

interface NodeExtras {
  readonly margin?: Margin;
  readonly absolutePosition?: { readonly x: number; readonly y: number };
  /** Stays on the page of what follows. */
  readonly keepWithNext?: boolean;
  /** Stays on the page where the thing before it ends. */
  readonly keepWithBefore?: boolean;
  /** Stays on one page if a page is high enough for it. */
  readonly keepTogether?: boolean;
  /** Columns that may go on over the end of a page, where much of it would be left white before them. */
  readonly tearable?: boolean;
  /** The margin above it at the top of a page, in place of its own. */
  readonly topMargin?: number;
  /** Stands at the foot of the page, this much above the end of the text area. */
  readonly sink?: number;
  /** Not above this, from the top of the page, while there is room under it: what sinks then stands lower than it would. */
  readonly below?: number;
  /** Opens a part: on a page of its own, or where the one before ends if enough of the page is left. */
  readonly newPage?: boolean;
  /** What it costs that a page begins with it (`lay/plan.ts`); nothing if left out. */
  readonly parting?: number;
  /** Stands on pages of its own, turned to landscape. */
  readonly turned?: boolean;
  /** Belongs on the navy panel of a folded sheet. */
  readonly featured?: boolean;
  /** Lines over its top edge, as wide as its column. */
  readonly opening?: OpeningMarks;
  readonly marker?: Marker;
  /** A drawing beside or above its first line. */
  readonly shape?: LineShape;
  readonly box?: Backdrop;
  readonly anchor?: Anchor;
}

/** What a part begins under: a rule, and a bar on its start. */
export interface OpeningMarks {
  readonly rule: { readonly color: string; readonly thickness: number };
  readonly bar: { readonly color: string; readonly thickness: number; readonly length: number } | null;
  /** At the top of a page it falls together with the rule that stands there. */
  readonly collapses: boolean;
}

/** A node, in pdfmake's terms. */
export type LayoutNode = NodeExtras &
  (
    | {
        readonly text: '';
        readonly runs: readonly StyledRun[];
        readonly lang: string;
        readonly alignment?: 'left' | 'center' | 'right';
        /** A page number at the right end of its last line. */
        readonly tail?: Tail;
      }
    | { readonly stack: LayoutNode[]; readonly grid?: Grid }
    | {
        readonly image: string;
        readonly picture: Sourced<Picture>;
        readonly slot: Slot | null;
        readonly width: number;
        readonly height: number;
      }
    | {
        readonly svg: string;
        readonly picture?: Sourced<Picture>;
        readonly slot: Slot | null;
        readonly width: number;
        readonly height: number;
        /** A chart: how high its plot is, what of that it may lose where a page has too little room, and how it is drawn then. */
        readonly plot?: number;
        readonly spare?: number;
        redraw?(plot: number): Promise<{ readonly svg: string }>;
      }
  );

/** A part of the document with page margins of its own; it starts a page. */
export interface PageSection {
  readonly section: LayoutNode;
  readonly pageMargins: Margin;
}

export type Laid = Omit<Measured, 'stack'> &
  NodeExtras & {
    stack?: Laid[];
    runs?: StyledRun[];
    lang?: string;
    alignment?: string;
    tail?: Tail;
    grid?: Grid;
    pieces?: LinePiece[];
    lines?: { readonly width: number; readonly lines: Line[] };
    rowHeights?: readonly number[];
    /** How much room must be left under it, for what stays with it; and how much is taken over it by what leads to it. */
    under?: number;
    led?: number;
    _height?: number;
    _width?: number;
    picture?: Sourced<Picture>;
    section?: Laid;
    pageMargins?: Margin;
    /** Of a chart: how high its plot is, by how much it may be lower, and is. */
    plot?: number;
    spare?: number;
    lowered?: number;
    svg?: string;
    redraw?(plot: number): Promise<{ readonly svg: string }>;
    /** Whether its pages are planned, and that none begins within it. */
    planned?: boolean;
    whole?: boolean;
  };

/** A rule or a ground of a table, placed. Points from the page's top left. */
export interface PlacedRule {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly color: string;
  readonly thickness: number;
}
export interface PlacedFill {
  readonly page: number;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly color: string;
}

export interface LaidOut {
  readonly pages: readonly PageItems[];
  readonly rules: readonly PlacedRule[];
  readonly fills: readonly PlacedFill[];
  notesOf(page: number): readonly NoteBody[];
}
