/** The line that title, section and page number stand in: its rule, and which of its words have room. */
import type { Document, Section } from '../../../model/document.ts';
import type { Opening } from '../../../theme/looks.ts';
import { lookIn, type PageGrid } from '../../../theme/theme.ts';
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

/**
 * Under a line at the head. Where a section begins under it, its own lines fall together with the head's: then it is drawn in them, or
 * in the head's with their bar where the section has none.
 */
export function headRules(
  opening: Opening,
  first: Pick<Section, 'look'> | null,
  { x, width }: { x: number; width: number },
  type: Type,
): RuledLine[] {
  const y = opening.room.page;
  const { rule, bar } = (first && lookIn(type.theme.looks.section, first.look).opening) ?? opening;
  const line = { x, y, width, color: type.color(rule.color), thickness: rule.width.page };
  if (bar === null || first === null) return [line];
  const thickness = bar.width.page;
  const middle = y + (thickness - line.thickness) / 2;
  return [line, { x, y: middle, width: bar.length.page, color: type.color(bar.color), thickness }];
}
