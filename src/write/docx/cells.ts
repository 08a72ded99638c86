/** What stands in a cell: paragraphs by the cell's part and place, and a shape beside the words of a status. */
import { type FileChild, Paragraph, type ParagraphChild, TextRun } from 'docx';
import type { Cell, Table } from '../../model/table.ts';
import { type ArtShape, type Drawing, disc, measure } from '../../theme/lanes.ts';
import type { Theme } from '../../theme/theme.ts';
import type { Fitting } from '../table-fit.ts';
import { besideWords, lookOf } from './column-widths.ts';
import { divided } from './division.ts';
import type { Flow, Write } from './flow.ts';
import type { TableGridCell, TableGridRow } from './grid.ts';
import { wordWidth } from './measure.ts';
import { artOf, inlineArt } from './pictures.ts';
import { keptWithNext, stacked } from './rows.ts';
import type { Story } from './story.ts';

/** A cell ends with a paragraph, whatever it holds (CT_Tc). */
export function cellContent(
  node: Table,
  row: TableGridRow,
  place: TableGridCell,
  flow: Flow,
  fit: Fitting,
  kept: boolean,
  story: Story,
  write: Write,
): FileChild[] {
  const { cell } = place;
  const own = styleOf(node, row, place);
  const text = fit.scale < 1 ? story.compact(own) : own;
  const blank = () => new Paragraph({ style: text });
  if (cell === null || cell.blocks.length === 0) return [blank()];
  const width = flow.width - 2 * fit.padding;
  const lang = cell.lang ?? flow.lang;
  const room = flow.width - besideWords(cell, row, fit, story.theme);
  const look = lookOf(cell, row, fit);
  const isWithin = (word: string) => wordWidth(word, look, story.theme) <= room;
  const blocks = fit.divided ? divided(cell.blocks, lang, isWithin) : cell.blocks;
  const inner: Flow = { ...flow, lang, item: null, ground: 'column', width, held: true, text, words: row.design.words };
  const shaped = withShape(stacked(write(blocks, inner, story)), cell, story);
  const held = kept ? shaped.map(keptWithNext) : [...shaped];
  return held.at(-1) instanceof Paragraph ? held : [...held, blank()];
}

function styleOf(
  node: Table,
  { row, part, design }: TableGridRow,
  { cell, column, columnSpan }: TableGridCell,
): string {
  const { text, stepped } = design;
  if (row.look === 'group') return text.weight === null ? 'TableGroup' : 'TableGroupStrong';
  if (row.look === 'record') return 'TableRecord';
  if (stepped && cell?.scope === 'row') return 'TableSub';
  const align = columnSpan > 1 && part !== 'head' ? 'start' : (node.columns[column]?.align ?? 'start');
  const side = align === 'end' ? 'Right' : align === 'center' ? 'Center' : '';
  const kind = part === 'head' ? 'TableHeading' : part === 'foot' || row.look === 'total' ? 'TableTotal' : 'TableText';
  return `${kind}${side}`;
}

// ---- status -----------------------------------------------------------------------------------------------------

/** The shape stands before the first words; it says nothing that they don't. */
function withShape(children: readonly FileChild[], { look }: Cell, story: Story): readonly FileChild[] {
  const [first, ...rest] = children;
  const state = look === null ? undefined : story.theme.looks.cell[look as keyof Theme['looks']['cell']];
  if (state === undefined || !(first instanceof Paragraph)) return children;
  const drawn = {
    subject: `status ${look}`,
    draw: () => artOf(stateDrawing(state, story.theme.looks.word.sign.state), story.theme, 12),
  };
  const { children: words = [] } = first.options;
  const shaped: ParagraphChild[] = [inlineArt(drawn, null, story), new TextRun('\u00A0\u00A0'), ...words];
  return [first.with({ children: shaped }), ...rest];
}

type CellState = Theme['looks']['cell']['on-plan'];

function drawing(shape: ArtShape, size: number): Drawing {
  return { width: size, height: size, shapes: [shape] };
}

/** A state by its shape, told apart without its colour. */
function stateDrawing({ shape, color }: CellState, size: number): Drawing {
  const at = (part: number) => measure(part * size);
  if (shape === 'circle') return drawing(disc([size / 2, size / 2], size * 0.45, color), size);
  return shape === 'triangle'
    ? drawing(
        {
          d: `M${at(1 / 2)} ${at(1 / 20)} L${at(29 / 30)} ${at(11 / 12)} L${at(1 / 30)} ${at(11 / 12)} Z`,
          fill: color,
          stroke: null,
          strokeWidth: 0,
        },
        size,
      )
    : drawing(
        {
          d: `M${at(1 / 2)} ${at(7 / 60)} L${at(53 / 60)} ${at(1 / 2)} L${at(1 / 2)} ${at(53 / 60)} L${at(7 / 60)} ${at(1 / 2)} Z`,
          fill: null,
          stroke: color,
          strokeWidth: size * 0.15,
        },
        size,
      );
}
