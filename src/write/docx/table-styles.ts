/** How tables look: deep rules above and below, hairlines between, no vertical rules. */
import { AlignmentType, LineRuleType, type XmlComponent } from 'docx';
import type { TextDesign } from '../../design/place.ts';
import { designRow } from '../../design/tables.ts';
import type { Look } from '../../model/document.ts';
import type { ColorName, Theme } from '../../theme/theme.ts';
import { closestScale } from '../table-fit.ts';
import { element } from './elements.ts';
import { type Style, type StyleOptions, typeOf } from './style.ts';
import { halfPoints, hex, twips } from './units.ts';

/** The id of the table style. */
export const dataTable = 'DataTable';

export type TableRule = Theme['looks']['table']['rules']['edge'];

/** A border of a cell or table; null for none. Widths are eighths of a point (ST_EighthPointMeasure). */
export function border(side: string, rule: TableRule | null, theme: Theme): XmlComponent {
  if (rule === null) return element(`w:${side}`, { 'w:val': 'nil' });
  const { color, width } = rule;
  return element(`w:${side}`, {
    'w:val': 'single',
    'w:sz': Math.round(width.word * 8),
    'w:space': 0,
    'w:color': hex(theme, color),
  });
}

/** The space around the words of a cell; `side` in points. */
export function cellMargins(name: string, side: number, { looks }: Theme): XmlComponent {
  const { top, bottom } = looks.table.padding;
  const margins = Object.entries({ top: top.word, left: side, bottom: bottom.word, right: side }).map(([edge, width]) =>
    element(`w:${edge}`, { 'w:w': twips(width), 'w:type': 'dxa' }),
  );
  return element(name, {}, ...margins);
}

export function tableStyle(theme: Theme): XmlComponent {
  const { rules, padding } = theme.looks.table;
  const borders = element(
    'w:tblBorders',
    {},
    ...(rules.top === null ? [] : [border('top', rules.top, theme)]),
    border('bottom', rules.edge, theme),
    border('insideH', rules.hair, theme),
  );
  const row = (type: string, side: string, rule: TableRule, color: ColorName) =>
    element(
      'w:tblStylePr',
      { 'w:type': type },
      element('w:rPr', {}, element('w:b'), element('w:color', { 'w:val': hex(theme, color) })),
      element('w:tcPr', {}, element('w:tcBorders', {}, border(side, rule, theme))),
    );
  return element(
    'w:style',
    { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': dataTable },
    element('w:name', { 'w:val': 'Data Table' }),
    element('w:basedOn', { 'w:val': 'TableNormal' }),
    element('w:uiPriority', { 'w:val': 59 }),
    element('w:qFormat'),
    element('w:rPr', {}, element('w:sz', { 'w:val': halfPoints(theme.styles.table.page.size) })),
    element('w:tblPr', {}, borders, cellMargins('w:tblCellMar', padding.side.word, theme)),
    row('firstRow', 'bottom', rules.head, theme.styles['table-head'].color),
    row('lastRow', 'top', rules.group, designRow(null, 'foot', theme).text.color),
  );
}

const alignments = { '': {}, Right: { alignment: AlignmentType.RIGHT }, Center: { alignment: AlignmentType.CENTER } };

/** Paragraphs in cells, each kind in three alignments; `compact` adds those of tables that need smaller type. */
export function cellStyles(theme: Theme, compact: boolean): Style[] {
  return [...cellKinds(theme), ...(compact ? cellKinds(compactTheme(theme)).map(compacted) : []), ...endStyles(theme)];
}

const compactName = 'Compact';

/** The style of a cell's paragraph in a table of smaller type. */
export function compactId(id: string): string {
  return `${id}${compactName}`;
}

function compacted(style: Style): Style {
  const { id, name, basedOn = 'Normal' } = style;
  const base = basedOn === 'Normal' ? basedOn : compactId(basedOn);
  return { ...style, id: compactId(id), name: `${name} ${compactName}`, basedOn: base };
}

function compactTheme(theme: Theme): Theme {
  const smaller = (name: 'table' | 'table-head') => {
    const style = theme.styles[name];
    const { size, leading, tracking } = style.page;
    const by = closestScale;
    return { ...style, page: { ...style.page, size: size * by, leading: leading * by, tracking: tracking * by } };
  };
  return { ...theme, styles: { ...theme.styles, table: smaller('table'), 'table-head': smaller('table-head') } };
}

function cellKinds(theme: Theme): Style[] {
  const text = typeOf(theme, 'table', { before: 0, after: 0 });
  const head = typeOf(theme, 'table-head', { before: 0, after: 0 });
  const colored = ({ color, weight }: TextDesign) => ({
    ...text.run,
    ...(weight === null ? {} : { bold: weight > 500 }),
    color: hex(theme, color),
  });
  const rowOf = (look: string) => designRow(look as Look, 'body', theme);
  const total = colored(rowOf('total').text);
  const group = rowOf('group').text;
  const sub = colored(rowOf('sub').heads);
  return [
    ...aligned('TableText', 'Table Text', text),
    ...aligned('TableHeading', 'Table Heading', { ...head, paragraph: { ...head.paragraph, keepNext: true } }),
    ...aligned('TableTotal', 'Table Total', { ...text, run: total }),
    {
      ...{ id: 'TableGroup', name: 'Table Group', custom: true, basedOn: 'TableText' },
      run: colored({ ...group, weight: null }),
      paragraph: { ...text.paragraph, keepNext: true },
    },
    // Of a group whose words say none of themselves to be strong.
    {
      ...{ id: 'TableGroupStrong', name: 'Table Group Strong', custom: true, basedOn: 'TableGroup' },
      run: colored(group),
      paragraph: { ...text.paragraph, keepNext: true },
    },
    // Of the name of a record, in large print.
    ...(theme.large === null ? [] : [recordStyle(theme)]),
    {
      ...{ id: 'TableSub', name: 'Table Sub', custom: true, basedOn: 'TableText', run: sub },
      paragraph: { ...text.paragraph, indent: { left: twips(theme.looks.table.indent.word) } },
    },
  ];
}

/** Its rows hold it to the values under it, as those of all that is held. */
function recordStyle(theme: Theme): Style {
  const { run, paragraph } = typeOf(theme, 'h3', { before: 0, after: 0 });
  return {
    ...{ id: 'TableRecord', name: 'Table Record', custom: true, basedOn: 'Normal' },
    ...(run === undefined ? {} : { run }),
    paragraph,
  };
}

/**
 * What Word needs after a table, before another one or the end of a section; and after columns that end a part, as low as a line
 * may be: what has no room on a full page would be on an empty one of its own.
 */
function endStyles({ looks }: Theme): Style[] {
  const { table, tableLine } = looks.word.row;
  const hidden = { custom: true, quiet: true } as const;
  const spacing = { before: 0, lineRule: LineRuleType.EXACT } as const;
  return [
    {
      ...{ ...hidden, id: 'TableEnd', name: 'Table End', basedOn: 'Normal', run: { size: 2 } },
      paragraph: { spacing: { ...spacing, after: twips(table), line: twips(tableLine) } },
    },
    {
      ...{ ...hidden, id: 'PartEnd', name: 'Part End', basedOn: 'TableEnd' },
      paragraph: { spacing: { ...spacing, after: 0, line: twips(1) } },
    },
  ];
}

function aligned(id: string, name: string, { run, paragraph }: Pick<StyleOptions, 'run' | 'paragraph'>): Style[] {
  return Object.entries(alignments).map(([side, alignment]) => ({
    id: `${id}${side}`,
    name: side === '' ? name : `${name} ${side}`,
    custom: true,
    basedOn: side === '' ? 'Normal' : id,
    ...(run === undefined ? {} : { run }),
    paragraph: { ...paragraph, ...alignment },
  }));
}
