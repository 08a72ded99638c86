/** Where on the picture of a page things are. Points, unless it is said. */
import type { PaperSheet } from '../../protocol.ts';

/** The part of a page that is shown, by its left and top edges in the axes of the PDF. */
export interface SheetCrop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** From the left and the top of the picture. */
export interface SheetBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is left of a page when it is cut, or what is printed around it as well. */
export function cropOf({ trim, bleed }: PaperSheet, withBleed: boolean): SheetCrop {
  const around = withBleed ? bleed : 0;
  const [left, bottom, right, top] = trim;
  return {
    left: left - around,
    top: top + around,
    width: right - left + 2 * around,
    height: top - bottom + 2 * around,
  };
}

/** With so much room around it. */
export function widened({ x, y, width, height }: SheetBox, by: number): SheetBox {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

export function boxOf([left, bottom, right, top]: PaperSheet['trim'], crop: SheetCrop): SheetBox {
  return { x: left - crop.left, y: crop.top - top, width: right - left, height: top - bottom };
}

/** Where a side is folded, from the left of its trim. */
export function foldsOf({ panels }: Pick<PaperSheet, 'panels'>): readonly number[] {
  let at = 0;
  return panels.slice(0, -1).map(({ width }) => (at += width));
}

/** As people measure paper: whole millimetres, or tenths where they count. */
export function millimetres(points: number): number {
  return Math.round((points / 72) * 254) / 10;
}

/** Paths of which something stands on the sheets, whose value is another one than before. */
export function changedPaths(sheets: readonly PaperSheet[], isChanged: (path: string) => boolean): ReadonlySet<string> {
  const paths = new Set(sheets.flatMap(({ words }) => words.map(({ path }) => path)));
  return new Set([...paths].filter(isChanged));
}

/** The path on a sheet that a field's path means: itself, or the picture of which it is a word. */
export function pathOnSheet({ words }: PaperSheet, path: string): string | null {
  if (words.some((each) => each.path === path)) return path;
  const picture = /^(.*)\.(?:alt|description)\.[a-z-]+$/.exec(path)?.[1];
  return picture !== undefined && words.some((each) => each.path === `${picture}.src`) ? `${picture}.src` : null;
}

/** Lines that stand under or beside one another as one box: a paragraph, or what of it is in one column. */
export function blocksOf(lines: readonly SheetBox[]): readonly SheetBox[] {
  const blocks: SheetBox[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last !== undefined && belongs(last, line)) blocks[blocks.length - 1] = around(last, line);
    else blocks.push(line);
  }
  return blocks;
}

function belongs(block: SheetBox, line: SheetBox): boolean {
  const isBeside = line.x <= block.x + block.width + line.height && line.x + line.width >= block.x - line.height;
  const isUnder = line.y <= block.y + block.height + line.height && line.y + line.height >= block.y;
  return isBeside && isUnder;
}

function around(one: SheetBox, other: SheetBox): SheetBox {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  const right = Math.max(one.x + one.width, other.x + other.width);
  const bottom = Math.max(one.y + one.height, other.y + other.height);
  return { x, y, width: right - x, height: bottom - y };
}
