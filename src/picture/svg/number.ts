/** Numbers and lengths of SVG, to and from text. */
import { damaged, type SvgPosition, shown, tooLarge, unsupported } from './flaw.ts';

/** Beyond it, programs that draw begin to lose places or to overflow. */
const most = 1e7;

const numeral = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** Shortest text, to nine significant digits, without exponents: not all readers know them. */
export function text(value: number): string {
  const rounded = Number(value.toPrecision(9));
  if (Math.abs(rounded) < 1e-9) return '0';
  const plain = String(rounded);
  return plain.includes('e') ? rounded.toFixed(12).replace(/\.?0+$/, '') : plain;
}

export function checked(value: number, spot: SvgPosition): number {
  if (!(Math.abs(value) <= most)) throw tooLarge(`it has a number that is too large, ${shown(String(value))}`, spot);
  return value;
}

export function number(value: string, spot: SvgPosition): number {
  const trimmed = value.trim();
  if (!numeral.test(trimmed)) throw damaged(`"${shown(value)}" is not a number`, spot);
  return checked(Number(trimmed), spot);
}

/** Numbers with blanks or commas between them, or nothing at all where signs and points tell them apart. */
export function numbers(value: string, spot: SvgPosition): readonly number[] {
  const found: number[] = [];
  const next = /[\s,]*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)/iy;
  while (next.lastIndex < value.length) {
    const at = next.lastIndex;
    const match = next.exec(value);
    if (match === null) {
      if (/^[\s,]*$/.test(value.slice(at))) break;
      throw damaged(`"${shown(value.slice(at))}" is not a number`, spot);
    }
    found.push(checked(Number(match[1]), spot));
  }
  return found;
}

/** From 0 to 1, of a number or a percentage. */
export function share(value: string, spot: SvgPosition): number {
  const percent = value.trim().endsWith('%');
  const found = number(percent ? value.trim().slice(0, -1) : value, spot) / (percent ? 100 : 1);
  return Math.min(1, Math.max(0, found));
}

/** CSS Values 4, 6.2, in pixels. */
const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  pt: 96 / 72,
  pc: 16,
};

export interface LengthBasis {
  /** What 100 % is. */
  readonly whole: number;
  /** In pixels. */
  readonly fontSize: number;
}

/** In pixels, which are the units of the place where it stands. */
export function length(value: string, { whole, fontSize }: LengthBasis, spot: SvgPosition): number {
  const found = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+(?![a-z]))?)([a-z]*|%)$/i.exec(value.trim());
  if (found === null) {
    if (/^[a-z-]+\(/i.test(value.trim())) throw unsupported(`it calculates a length, "${shown(value)}"`, spot);
    throw damaged(`"${shown(value)}" is not a length`, spot);
  }
  const unit = (found[2] ?? '').toLowerCase();
  const amount = Number(found[1]);
  if (unit === '%') return checked((amount / 100) * whole, spot);
  if (unit === 'em') return checked(amount * fontSize, spot);
  const scale = units[unit];
  if (scale === undefined) throw unsupported(`it has a length in ${unit}, "${shown(value)}"`, spot, lengthHint);
  return checked(amount * scale, spot);
}

const lengthHint = 'Write the length as a plain number, or in px, mm, cm, in, pt or %.';
