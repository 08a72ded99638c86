/** The line that title, section and page number stand in: its rule, and which of its words have room. */
import type { Document } from '../../../model/document.ts';
import type { Opening } from '../../../theme/looks.ts';
import type { PageGrid } from '../../../theme/theme.ts';
import type { RunStyle } from '../text/inlines.ts';
import type { Type } from '../text/type.ts';
import { widthOf } from './running-heads.ts';

export interface RuledLine {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly color: string;
  readonly thickness: number;
}
/** Over a line at the foot, as far from it as the rule of a head is. */
export function footRule({ rule, room }: Opening, page: PageGrid, foot: number, type: Type): RuledLine {
  const { left, width, right, height } = page;
  const y = height - foot - room.page / 2 - type.style('running').size / 4;
  return { x: left, y, width: width - left - right, color: type.color(rule.color), thickness: rule.width.page };
}

/** Both where they fit; else the section alone, or the title before any. */
export function shortest({ metadata }: Document, section: string, style: RunStyle, room: number) {
  const { title } = metadata;
  if (section === '' || widthOf(title, style) + widthOf(section, style) <= room) return { title, section };
  return { title: section, section: '' };
}

/** Under a line at the head, with a bar where a section begins under it. */
export function headRules(
  { rule, bar, room: y }: Opening,
  opens: boolean,
  { x, width }: { x: number; width: number },
  type: Type,
): RuledLine[] {
  const line = { x, y: y.page, width, color: type.color(rule.color), thickness: rule.width.page };
  if (bar === null || !opens) return [line];
  const thickness = bar.width.page;
  const middle = y.page + (thickness - line.thickness) / 2;
  return [line, { x, y: middle, width: bar.length.page, color: type.color(bar.color), thickness }];
}
