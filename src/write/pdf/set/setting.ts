/** What setting a document's parts on pages needs, handed down to each part. */
import type { ChartDrawing } from '../../../chart/chart.ts';
import type { DesignPlace, HeadingDesign, TextDesign } from '../../../design/place.ts';
import type { Block, Chart, Document } from '../../../model/document.ts';
import type { ColorName, StyleName, Theme } from '../../../theme/theme.ts';
import type { Job } from '../../targets.ts';
import type { StructureElement, StructureTree } from '../tag/structure.ts';
import type { RunStyle } from '../text/inlines.ts';
import type { Type } from '../text/type.ts';
import type { Form } from './form.ts';
import type { LayoutNode } from './node.ts';
import type { Paper } from './paper.ts';

/** Where blocks stand: how far in from both sides of their container, in points, and on what ground. */
export interface Inset {
  readonly left: number;
  readonly right: number;
  readonly lang: string;
  readonly ground: ColorName;
  /** Whether that is the field of covers, whose text has colours of its own. */
  readonly onField: boolean;
  /** The style of paragraphs that name none. */
  readonly text: StyleName;
  /** Whether the list, not the paragraph, keeps the distance to what follows. */
  readonly tight: boolean;
  /** How what heads an aside looks in it, where that is another way than elsewhere. */
  readonly heading?: HeadingDesign | null;
  /** Whether this is an entry of a list of links. */
  readonly entries: boolean;
  /** The width of the container, where it is not the page's text width. */
  readonly width?: number;
}

export type ChartDrawings = ReadonlyMap<Chart, DrawnChart>;

/** A drawing that can be had again with a part of its plot's height (0 to 1). */
export interface Redrawable extends ChartDrawing {
  redraw(plot: number): Promise<ChartDrawing>;
}

/** A chart drawn as wide as its place, and in the way that it stands with its table where they fit so. */
export interface DrawnChart extends Redrawable {
  readonly with?: {
    /** Its table under it, a column under each category; its table at its side; itself beside another chart. */
    readonly placing: 'headed' | 'beside' | 'half';
    readonly drawing: Redrawable;
  };
}

export interface SetContext {
  /** What paper says in place of what links do; null where links lead. */
  readonly paper: Paper | null;
  readonly document: Document;
  readonly job: Job;
  readonly form: Form;
  readonly type: Type;
  readonly tree: StructureTree;
  /** Picture files by the names that nodes use. */
  readonly images: Record<string, Uint8Array>;
  /** The document's charts, drawn. */
  readonly charts: ChartDrawings;
  /** Blocks that have a navy panel of a folded sheet. */
  readonly featured: ReadonlySet<Block>;
  /** What waits until the whole tree is there: references to elements that come later. */
  readonly later: (() => void)[];
  /** How high nodes are one under another in a column of `width` points; they stay as they are. */
  heightOf(nodes: readonly LayoutNode[], width: number): number;
  /** Sets any block: parts that hold blocks call back. */
  block(block: Block, level: number, parent: StructureElement, frame: Inset): LayoutNode;
}

export function blankFrame(lang: string, { roles }: Pick<Theme, 'roles'>): Inset {
  return { left: 0, right: 0, lang, ...onPage(roles), text: 'body', tight: false, entries: false };
}

/** Where what stands in a frame does, to those who design it. */
export function placeOf({ onField, text, heading = null }: Inset, level = 1): DesignPlace {
  return { level, headingsFrom: 1, onField, text, heading };
}

/** Text as it is designed, as runs are set. */
export function styleOf({ style, color, weight }: TextDesign, type: Type): RunStyle {
  return type.style(style, { color, ...(weight === null ? {} : { weight }) });
}

/** The two grounds that every theme has. */
export function onPage(roles: Theme['roles']): Pick<Inset, 'ground' | 'onField'> {
  return { ground: roles.page, onField: false };
}
export function onField(roles: Theme['roles']): Pick<Inset, 'ground' | 'onField'> {
  return { ground: roles.field, onField: true };
}
