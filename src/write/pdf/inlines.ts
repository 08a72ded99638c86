/** Runs of one look to pieces of line: where a line may break, and how wide each piece is. */
import LineBreaker from 'linebreak';
import lineModule, { type LineInline } from 'pdfmake/js/Line.js';
import type { FontFace } from '../../theme/theme.ts';
import { joins } from '../typesetting.ts';
import { type Shape, shaperOf } from './shaping.ts';
import type { Slot } from './structure.ts';

const Line = lineModule.default;
export type Line = InstanceType<typeof Line> & LineExtras;

/** What our layout hangs on pdfmake's lines. */
export interface LineExtras {
  marker?: Marker;
  boxes?: Box[];
  anchors?: Anchor[];
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
}

/** A run of text in one look and one place of the structure; without a slot it is decoration. */
export interface Run {
  readonly text: string;
  readonly style: RunStyle;
  readonly slot: Slot | null;
  readonly link: LinkTarget | null;
  /** Ends its line. */
  readonly lineEnd: boolean;
}

export type LinkTarget =
  | { readonly type: 'uri'; readonly uri: string; readonly contents: string }
  | { readonly type: 'place'; readonly id: string; readonly contents: string }
  | { readonly type: 'file'; readonly file: string; readonly contents: string };

/** A mark beside the first line of a list item: drawn as a ring, a disc or a dash; its label is its text. */
export interface Marker {
  readonly kind: 'ring' | 'disc' | 'dash' | 'number';
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
export interface Rail {
  readonly color: string;
  readonly width: number;
}

/** A ground, frame or bar behind all lines of a node. Lengths in points. */
export interface Box {
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

export interface Piece extends LineInline {
  readonly run: Run;
  readonly shape: Shape;
  /** pdfmake's lines ask a font for its ascender. */
  readonly font: { readonly ascender: number };
  readonly fontSize: number;
  readonly noNewLine: boolean;
}

function piece(run: Run, text: string, noNewLine: boolean, lineEnd: boolean): Piece {
  const { face, size, leading, tracking } = run.style;
  const shaper = shaperOf(face);
  const shape = shaper.shape(text);
  const width = (shape.width / 1000) * size + tracking * shape.glyphs.length;
  const trimmed = text.replace(/ +$/, '');
  const trailingCut =
    trimmed === text
      ? 0
      : width - ((shaper.shape(trimmed).width / 1000) * size + tracking * shaper.shape(trimmed).glyphs.length);
  return {
    run,
    text,
    shape,
    width,
    height: leading,
    leadingCut: 0,
    trailingCut,
    font: { ascender: shaper.ascent },
    fontSize: size,
    noNewLine,
    lineEnd,
  };
}

/**
 * Cuts the runs of a paragraph at every place where a line may break: Unicode line breaking (UAX 14) over the whole text, so
 * that a change of look is no break, less the places that Georgian and English setting keep together.
 */
export function breakRuns(runs: readonly Run[], lang: string): Piece[] {
  const text = runs.map((run) => run.text).join('');
  const held = new Set(joins(text, lang));
  const cuts: number[] = [];
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    if (next.position < text.length && !held.has(next.position - 1)) cuts.push(next.position);
  }
  const pieces: Piece[] = [];
  let start = 0;
  for (const run of runs) {
    const end = start + run.text.length;
    const inside = cuts.filter((cut) => cut > start && cut < end);
    const edges = [start, ...inside, end];
    for (let i = 0; i + 1 < edges.length; i++) {
      const from = edges[i] ?? 0;
      const to = edges[i + 1] ?? 0;
      const last = to === end;
      const breakable = !last || cuts.includes(end) || end === text.length;
      if (to > from || (last && run.lineEnd))
        pieces.push(piece(run, text.slice(from, to), !breakable, last && run.lineEnd));
    }
    start = end;
  }
  return pieces;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Cuts a piece that is wider than the column, between whole characters, so that each part fits. */
function cutPiece(wide: Piece, width: number): Piece[] {
  const parts: string[] = [];
  let part = '';
  for (const { segment } of graphemes.segment(wide.text)) {
    const longer = part + segment;
    if (part !== '' && piece(wide.run, longer, false, false).width - wide.run.style.tracking > width) {
      parts.push(part);
      part = segment;
    } else part = longer;
  }
  parts.push(part);
  return parts.map((text, index) => {
    const last = index === parts.length - 1;
    return piece(wide.run, text, last && wide.noNewLine, last && wide.lineEnd === true);
  });
}

/** Sets pieces into lines no wider than `width` points; what may not break stays together unless it cannot fit at all. */
export function breakLines(pieces: readonly Piece[], width: number): Line[] {
  const lines: Line[] = [];
  let line: Line = new Line(width);
  let used = 0;
  const close = (): void => {
    if (line.inlines.length > 0) lines.push(line);
    line = new Line(width);
    used = 0;
  };
  const put = (part: Piece): void => {
    line.addInline(part);
    used += part.width;
    if (part.lineEnd === true) close();
  };
  for (const group of unbreakable(pieces)) {
    const full = group.reduce((sum, part) => sum + part.width, 0);
    const cut = group.at(-1)?.trailingCut ?? 0;
    if (used > 0 && used + full - cut > width + 0.001) close();
    if (full - cut <= width + 0.001) group.forEach(put);
    else
      for (const part of group.flatMap((wide) => cutPiece(wide, width))) {
        if (used > 0 && used + part.width - part.trailingCut > width + 0.001) close();
        put(part);
      }
  }
  close();
  return lines;
}

function unbreakable(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  let group: Piece[] = [];
  for (const part of pieces) {
    group.push(part);
    if (!part.noNewLine) {
      groups.push(group);
      group = [];
    }
  }
  if (group.length > 0) groups.push(group);
  return groups;
}
