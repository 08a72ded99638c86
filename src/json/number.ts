/** Numbers as people type them, and numbers as JSON and a computer keep them. */

const grouping = /[ \u00A0\u2009\u202F'’_]/g;
const sign = '[€$£₾]|[A-Z]{3}';
const typed = new RegExp(`^(?:${sign})?([-+]?)(?:${sign})?(\\d[\\d.,]*|[.,]\\d+)(?:${sign}|%)?$`);
const lengthLimit = 40;

/**
 * The JSON of a number that is written for readers: `310,000`, `780 000`, `8,2`, `125%`, `€310000`, `1.234,50`. Null of
 * anything else. A single comma before three digits parts thousands, any other one decimals.
 */
export function numberMeant(text: string): string | null {
  const bare = text.trim();
  if (bare.length > lengthLimit) return null;
  // Spaces part thousands, or a number from its unit: "12 5" is no number.
  if (/\d[ \u00A0\u2009\u202F'’_](?!\d{3}(?!\d))(?=\d)/.test(bare)) return null;
  const [, minus = '', digits = ''] = typed.exec(bare.replace(/^[\u2212\u2013]/, '-').replace(grouping, '')) ?? [];
  const plain = digits === '' ? null : withPoint(digits, /\d[ \u00A0\u2009\u202F'’_]\d/.test(bare));
  if (plain === null) return null;
  const [whole = '', part = ''] = plain.split('.');
  const trimmed = whole.replace(/^0+(?=\d)/, '') || '0';
  return `${minus === '-' ? '-' : ''}${trimmed}${part === '' ? '' : `.${part}`}`;
}

/** Digits with a point before the decimals; null where separators contradict each other. */
function withPoint(digits: string, isGrouped: boolean): string | null {
  const signs = [...digits].filter((each) => each === ',' || each === '.');
  const last = signs.at(-1);
  if (last === undefined) return digits;
  const groups = signs.filter((each) => each !== last);
  if (groups.length > 0) {
    // The last one parts decimals, and stands once; the others part thousands.
    const other = last === ',' ? '.' : ',';
    const [whole = '', part = '', ...more] = digits.split(last);
    return more.length === 0 && isInThousands(whole, other) ? `${whole.replaceAll(other, '')}.${part}` : null;
  }
  if (signs.length > 1) return isInThousands(digits, last) ? digits.replaceAll(last, '') : null;
  const isThousand = last === ',' && !isGrouped && /^[1-9]\d{0,2},\d{3}$/.test(digits);
  return isThousand ? digits.replace(',', '') : digits.replace(last, '.').replace(/\.$/, '');
}

function isInThousands(digits: string, separator: string): boolean {
  const [first = '', ...rest] = digits.split(separator);
  return /^\d{1,3}$/.test(first) && rest.every((group) => /^\d{3}$/.test(group));
}

/** Whether the number that a literal of JSON became is the one that was written, to its last digit. */
export function keepsDigits(literal: string, value: number): boolean {
  return canonical(literal) === canonical(String(value));
}

/** The same for all ways to write a number: its digits without zeros around them, and the power of ten of the last. */
function canonical(text: string): string {
  const [, minus = '', whole = '', part = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const digits = `${whole}${part}`.replace(/^0+/, '');
  const end = digits.search(/(?<!0)0*$/);
  if (end <= 0) return '0';
  return `${minus}${digits.slice(0, end)}e${Number(exponent) - part.length + digits.length - end}`;
}
