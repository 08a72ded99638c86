/** Numbers as spreadsheets write them. Which sign parts the decimals is the file's to say: where ; parts the cells, a comma does. */
import { numberMeant } from '../../json/number.ts';
import { type Path, valueAt } from '../../json/path.ts';
import { minorUnits, rounded } from '../../language/numerals.ts';
import { trailing } from '../../text.ts';
import type { CellFault, SheetCell } from './sheet.ts';

/** What a number counts. `open` where the words beside it say it. */
export type NumberUnit = 'number' | 'percent' | 'open' | { readonly currency: string | null };

/** What the numbers at a path count: percentages where a name or a unit says so, amounts of the currency that is said around them. */
export function unitAround(data: unknown, path: Path): NumberUnit {
  if (path.at(-1) === 'percent') return 'percent';
  for (let end = path.length; end >= 0; end -= 1) {
    const { unit, currency } = Object(valueAt(data, path.slice(0, end))) as Readonly<Record<string, unknown>>;
    if (unit === 'percent') return unit;
    if (typeof currency === 'string') return { currency: currency.trim() };
  }
  return 'open';
}

/** Where a number is read, and what is known of it there. */
export interface NumberPlace {
  /** The sign before the decimals; null where the file does not say. */
  readonly decimal: ',' | '.' | null;
  readonly unit: NumberUnit;
  /** That the data asks for. */
  readonly decimals: number | null;
  /** Whether another cell of the column has points between its thousands: 1.234.567. */
  readonly isPointInThousands: boolean;
  /** What in the data says the unit of all of them; null where nothing does. */
  readonly unitField: 'as' | 'unit' | null;
}

/** What an open number counts by the words beside it: where they have a percentage sign, its own says nothing more. */
export function unitInWords(unit: NumberUnit, texts: readonly string[]): NumberUnit {
  if (unit !== 'open') return unit;
  return texts.some((text) => text.includes('%') && /\p{L}/u.test(text)) ? 'percent' : 'number';
}

const anywhere = { unit: 'open', decimals: null, isPointInThousands: false, unitField: null } as const;

/** The number of a text in whatever unit; null where it is none, or could be two. */
export function numberOf(text: string, decimal: ',' | '.' | null): number | null {
  const read = readDigits(text, partsOf(text).digits, { ...anywhere, decimal });
  return typeof read === 'number' ? read : null;
}

/** The number of a cell; or why it has none, with what to write. */
export function readNumber(text: string, place: NumberPlace): number | CellFault {
  const bare = text.trim();
  const { unit, digits } = partsOf(bare);
  const read = readDigits(bare, digits, place);
  return typeof read === 'number' ? (unitFault(bare, unit, read, place) ?? read) : read;
}

/**
 * The number that a workbook holds. Its format says how much of it is meant, as far as the sheet shows: 33.3 % of a third. Of
 * money the cents stay, and what the data asks for.
 */
export function numberHeld(cell: Omit<SheetCell, 'offset'>, number: number, place: NumberPlace): number | CellFault {
  const unit = /%$/.test(cell.text) ? '%' : typeof place.unit === 'object' ? (cell.currency ?? null) : null;
  const wrong = unitFault(unit === null || unit === '%' ? cell.text : `${unit} ${cell.text}`, unit, number, place);
  if (wrong !== null) return wrong;
  if (cell.decimals === undefined || place.decimals !== null) return number;
  const cents = typeof place.unit === 'object' ? minorUnits(place.unit.currency ?? '') : 0;
  return rounded(number, Math.max(cell.decimals, cents));
}

const signs: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', '₾': 'GEL' };
/** The currency that a sign stands for alone; $ stands for many. */
export function codeOfSign(sign: string): string | undefined {
  return signs[sign];
}

const mark = '[€$£₾]|[A-Z]{3}';
const prefixed = new RegExp(`^([-+\\u2212\\u2013]?)\\s?(?:${mark})\\s?`);
const suffixed = new RegExp(`\\s?(?:${mark}|%)$`);
const oneSign = /^[-+\u2212\u2013]?([1-9]\d{0,2})([.,])(\d{3})$/;

/** The currency or % of a number, and the rest with its minus. */
function partsOf(text: string): { readonly unit: string | null; readonly digits: string } {
  const bare = text.trim();
  const after = suffixed.exec(bare)?.[0] ?? '';
  const rest = bare.slice(0, bare.length - after.length);
  const before = prefixed.exec(rest);
  const unit = `${before?.[0].replace(/^[-+\u2212\u2013]/, '') ?? ''}${after}`.trim();
  return { unit: unit === '' ? null : unit, digits: rest.replace(prefixed, '$1') };
}

/** A comma or point before three digits is taken for thousands by one reader, and for decimals by the next. */
function readDigits(bare: string, digits: string, { decimal, decimals, ...place }: NumberPlace): number | CellFault {
  const [, whole = '', sign, part = ''] = oneSign.exec(digits) ?? [];
  const isAsked = sign === decimal && (decimals ?? 0) > 2;
  const isOpen = decimal === '.' ? sign === '.' && place.isPointInThousands : true;
  if (sign !== undefined && isOpen && !isAsked)
    return twoWays({ bare, whole, sign, part, decimal, isInTable: place.unitField === 'as' });
  const meant = numberMeant(sign === decimal && sign === ',' ? digits.replace(',', '.') : digits);
  if (meant === null) return noNumber(bare, decimal);
  return digitsIn(meant) > mostDigits ? tooExact(bare) : Number(meant);
}

/** So many are kept by every number (IEEE 754, double); Excel has no more either. */
const mostDigits = 15;

/** The digits of a number without the zeros before and after them. */
function digitsIn(number: string): number {
  const digits = number.replaceAll(/\D/g, '').replace(/^0+/, '');
  return trailing(digits, /0/);
}

function tooExact(bare: string): CellFault {
  return {
    message: `"${bare}" has more than ${mostDigits} digits, and the last of them would be lost.`,
    hint: `Round it to ${mostDigits} digits; a code or an account belongs into a field for text.`,
  };
}

interface TwoWays {
  readonly bare: string;
  readonly whole: string;
  readonly sign: string;
  readonly part: string;
  readonly decimal: ',' | '.' | null;
  readonly isInTable: boolean;
}

function twoWays({ bare, whole, sign, part, decimal, isInTable }: TwoWays): CellFault {
  const point = decimal ?? '.';
  const few = String(Number(`0.${part}`)).slice(2);
  // Four decimals are never thousands.
  const exact = few === '' ? whole : `${whole}${point}${few.length === 3 && decimal !== null ? `${few}0` : few}`;
  const how = decimal === null ? ' as a number, in a cell of the format General' : '';
  const or = isInTable && sign === decimal ? ', or ask for "decimals": 3 in the column of the data' : '';
  return {
    message: `"${bare}" is not a number that can be read in one way: it may be ${whole}${part} or ${few === '' ? whole : `${whole}${point}${few}`}.`,
    hint: `If the ${sign === ',' ? 'comma' : 'point'} parts thousands, write ${whole}${part}${how}. If it parts decimals, write ${exact}${how}${or}.`,
  };
}

function noNumber(bare: string, decimal: ',' | '.' | null): CellFault {
  const hint =
    decimal === ','
      ? 'Write digits, with a comma before the decimals, such as 1250,5; or leave the cell empty.'
      : decimal === '.'
        ? 'Write digits, with a point before the decimals, such as 1250.5; or leave the cell empty.'
        : 'Type the number again, in a cell of the format General; or leave the cell empty.';
  return { message: `"${bare}" is not a number.`, hint };
}

/** A unit that would be dropped, because the data has another or none. */
function unitFault(bare: string, unit: string | null, value: number, place: NumberPlace): CellFault | null {
  if (unit === null) return null;
  const isPercent = unit === '%';
  const asked = place.unit;
  const own = place.decimal === ',' ? String(value).replace('.', ',') : String(value);
  const better = isPercent ? 'percent' : 'money';
  const ask = place.unitField === null ? '' : `, or ask for "${place.unitField}": "${better}" in the data`;
  if (typeof asked !== 'object') {
    if (isPercent && asked === 'percent') return null;
    const what = asked === 'percent' ? 'percentages' : 'numbers without a unit';
    const message = `"${bare}" has ${isPercent ? 'a percentage sign' : 'a currency'}, and ${what} are asked for here.`;
    const how = place.decimal === null ? ', in a cell of the format General' : '';
    const say =
      isPercent && ask === '' ? `Write “%” in the words beside it, such as its title, or write ${own}` : `Write ${own}`;
    return { message, hint: `${say}${how}${ask}.` };
  }
  if (isPercent)
    return {
      message: `"${bare}" has a percentage sign, and amounts of money are asked for here.`,
      hint: `Write the amount${ask}.`,
    };
  const { currency } = asked;
  const isOwn = currency === null || unit === currency || signs[unit] === currency;
  if (isOwn || (unit === '$' && currency.endsWith('D'))) return null;
  return {
    message: `"${bare}" is in ${unit}, and the data says ${currency}.`,
    hint: `Write the amount in ${currency}, or write the currency that all amounts have as "currency" in the data.`,
  };
}
