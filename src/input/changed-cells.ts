/** The cells of a row as values of a document: what a field takes decides what its cell means. */
import * as z from 'zod';
import type { Place, Report } from '../diagnostics.ts';
import { hasForbidden } from '../json/characters.ts';
import { type Path, pathText, valueAt } from '../json/path.ts';
import { nameHints } from '../suggestion.ts';
import { dayForCode, tellLeftOut, tellRounded } from './bring/cell-faults.ts';
import { leftOutOf, markedIn } from './bring/cell-marks.ts';
import { numberHeld, readNumber, unitAround, unitInWords } from './bring/number.ts';
import type { CellFault, SheetCell } from './bring/sheet.ts';
import { textIn } from './bring/shown.ts';
import { isLocalized, isRich } from './kinds/fields.ts';
import { dateMeant } from './mends.ts';
import { schemaAt } from './shape.ts';

/** A cell that says something, with the path that its column names. */
export interface ChangedCell extends Omit<SheetCell, 'offset'> {
  readonly path: Path;
  readonly at: Place;
  /** As the first line writes it, and where. */
  readonly name: string;
  readonly head: Place;
}

interface CellContext {
  readonly schema: z.ZodType;
  readonly languages: readonly string[];
  readonly decimal: ',' | '.' | null;
  /** The data that the cells change: it says which record a choice is. */
  readonly base: unknown;
  readonly report: Report;
  /** Columns that may be there beside those of the document. */
  readonly beside?: readonly string[];
}

/** Undefined with errors; null for the word null, which leaves a value out. */
export function valueOfCell(cell: ChangedCell, context: CellContext): unknown {
  const { report, schema, base, languages, decimal } = context;
  const bare = cell.text.trim();
  const wrong = ({ message, hint }: CellFault) => {
    report.error('bad-cell', cell.at, message, { hints: [hint] });
    return undefined;
  };
  const field = fieldAt(cell, context);
  if (field === null) return undefined;
  if (cell.fault !== undefined) return wrong(cell.fault);
  if (/^=/.test(bare) && cell.number === undefined)
    return wrong({
      message: 'The cell has a formula in the place of its result.',
      hint: 'In Excel copy the cell and choose Paste Special, Values; or write the text without "=".',
    });
  if (hasForbidden(cell.text))
    return wrong({ message: 'The cell has a character that no document may have.', hint: 'Type the cell again.' });
  if (bare === 'null') return null;
  const around = schemaAt(schema, cell.path.slice(0, -1), base);
  const isText = isLocalized(field) || (around !== null && isLocalized(around));
  const isMarked = isText && [field, around].some((each) => each !== null && isRich(each));
  for (const left of leftOutOf(cell, isMarked)) tellLeftOut([{ ...left, at: cell.at }], report);
  const words = isMarked ? markedIn : textIn;
  if (isLocalized(field)) return Object.fromEntries(languages.map((lang) => [lang, words(cell, lang)]));
  if (field instanceof z.ZodNumber) {
    const unit = unitInWords(unitAround(base, cell.path), wordsAround(base, cell.path));
    const place = { decimal, unit, decimals: null, isPointInThousands: false, unitField: null };
    const held = cell.number;
    const number = held === undefined ? readNumber(bare, place) : numberHeld(cell, held, place);
    if (typeof number !== 'number') return wrong(number);
    if (held !== undefined && held !== number) tellRounded([{ at: cell.at, held, taken: number, field: null }], report);
    return number;
  }
  if (field instanceof z.ZodBoolean && /^(?:true|false)$/i.test(bare)) return bare.toLowerCase() === 'true';
  // The only values that a text of a cell can say are of one line.
  if (!(field instanceof z.ZodString) && /^[[{]/.test(bare)) return jsonOf(bare) ?? bare;
  if (isText) return words(cell, String(cell.path.at(-1)));
  if (field instanceof z.ZodISODate) return (cell.time === undefined ? cell.day : null) ?? dateMeant(bare) ?? bare;
  return cell.day === undefined ? bare : wrong(dayForCode(cell.day));
}

/** The words of the nearest record around a value that has any. */
function wordsAround(base: unknown, path: Path): readonly string[] {
  for (let end = path.length - 1; end >= 0; end -= 1) {
    const texts = Object.values(Object(valueAt(base, path.slice(0, end)))).flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
    const words = texts.filter((text): text is string => typeof text === 'string');
    if (words.length > 0) return words;
  }
  return [];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What the field of a column takes; null with an error at its name. */
function fieldAt({ path, name, head }: ChangedCell, context: CellContext): z.ZodType | null {
  const { schema, base, report } = context;
  const gap = path.findIndex((key, index) => {
    const list = valueAt(base, path.slice(0, index));
    return typeof key === 'number' && key > (Array.isArray(list) ? list.length : 0);
  });
  const field = gap < 0 ? schemaAt(schema, path, base) : null;
  if (field !== null) return field;
  const known = gap < 0 ? namesBeside(path, context) : [];
  const reason = gap < 0 ? '' : ` ${pathText(path.slice(0, gap))} has fewer items.`;
  const hints = gap < 0 ? nameHints(name, known, 'columns') : [];
  report.error('unknown-column', head, `The column "${name}" does not name a field of the document.${reason}`, {
    hints: [
      ...(hints.length > 0 ? hints : ['Write the path of a field, such as title.en.']),
      'A column for notes has # before its name.',
    ],
  });
  return null;
}

/** The columns that could be meant: what is known as far as the path is right. */
function namesBeside(path: Path, { schema, base, beside = [] }: CellContext): readonly string[] {
  for (let end = path.length - 1; end >= 0; end -= 1) {
    const around = schemaAt(schema, path.slice(0, end), base);
    if (!(around instanceof z.ZodObject)) continue;
    const before = path.slice(0, end).map((key) => (typeof key === 'number' ? key + 1 : String(key)));
    const fields = Object.keys(around.shape).map((key) => [...before, key].join('.'));
    return end === 0 ? [...beside, ...fields.filter((field) => !beside.includes(field))] : fields;
  }
  return [];
}

/** Reports each column that names no field of a document. */
export function checkColumns(columns: readonly ChangedCell[], context: CellContext): void {
  for (const column of columns) fieldAt(column, context);
}
