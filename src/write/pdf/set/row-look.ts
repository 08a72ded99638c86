/** The grounds of a table's rows, the rules between them, and which of them stay together. */
import type { DesignTablePart } from '../../../design/tables.ts';
import type { Row, Table } from '../../../model/table.ts';
import type { ColorName } from '../../../theme/theme.ts';
import type { Type } from '../text/type.ts';
import type { GridRow, GridRule } from './grid.ts';

export type TablePartTag = 'THead' | 'TBody' | 'TFoot';

export const partOf: Readonly<Record<TablePartTag, DesignTablePart>> = { THead: 'head', TBody: 'body', TFoot: 'foot' };

interface RowPlace {
  readonly next: Row | undefined;
  /** In its part of the table. */
  readonly index: number;
  readonly tag: TablePartTag;
  readonly ground: ColorName | null;
  /** Whether a cell of it or of a row before reaches into the next. */
  readonly reaching: boolean;
}

export function rowLook(
  row: Row,
  { next, index, tag, ground, reaching }: RowPlace,
  table: Pick<Table, 'head' | 'foot'>,
  type: Type,
): Omit<GridRow, 'cells'> {
  const { rules } = type.theme.looks.table;
  const rule = ({ color, width }: typeof rules.head): GridRule => ({
    color: type.color(color),
    thickness: width.page,
  });
  const last = next === undefined;
  // The name of the next record has its own rule above it.
  const joined = next?.look === 'sub' || next?.look === 'record' || reaching;
  const none = { fill: null, ruleAbove: null, ruleBelow: null, keepWithNext: false };
  const top = index === 0 && rules.top !== null && (tag === 'THead' || (tag === 'TBody' && table.head.length === 0));
  const ruleTop = top && rules.top !== null ? rule(rules.top) : null;
  const fill = ground === null ? null : type.color(ground);
  if (tag === 'THead') return { ...none, fill, ruleAbove: ruleTop, ruleBelow: rule(last ? rules.head : rules.hair) };
  const below = last
    ? tag === 'TBody' && table.foot.length > 0
      ? rule(rules.group)
      : rule(rules.edge)
    : joined
      ? null
      : rule(rules.hair);
  if (row.look === 'group') {
    const above = index > 0 ? rule(rules.group) : ruleTop;
    return {
      fill,
      ruleAbove: above,
      ruleBelow: rule(rules.hair),
      keepWithNext: true,
      names: true,
    };
  }
  if (row.look === 'record') {
    const above = index > 0 ? rule(rules.head) : ruleTop;
    return { ...none, ruleAbove: above, keepWithNext: !last, names: true };
  }
  const goesOn = next?.look === 'sub' || (row.look === 'field' && next?.look === 'field');
  return { ...none, fill, ruleAbove: ruleTop, ruleBelow: below, keepWithNext: goesOn };
}
