/** What a cell of a workbook says beside its words: a link, and words in bold or italics. Texts that take marks have them; all others tell. */
import { addressOf, readableAddress, saysAddress } from '../../model/address.ts';
import { shortened } from '../../text.ts';
import type { SheetCell } from './sheet.ts';
import { textIn } from './shown.ts';

type Cell = Omit<SheetCell, 'offset'>;

/** What is left out of a cell. */
export interface LeftOut {
  readonly code: 'link-left-out' | 'stress-left-out' | 'number-precision';
  readonly message: string;
  readonly hint: string;
}

/** The text of a cell for a field that takes marks. */
export function markedIn(cell: Cell, lang: string): string {
  const words = cell.marked ?? textIn(cell, lang);
  return isLinked(cell) ? `[${words}](${readableAddress(cell.link ?? '').replace(/[()\\]/g, '\\$&')})` : words;
}

/** A link of a few words to where a link may lead: brackets would end it, and there is no link in a link. */
function isLinked({ text, link }: Cell): boolean {
  return link !== undefined && addressOf(link) !== null && !/[[\]\\\n]/.test(text);
}

/** A whole number that fills the 15 digits which a spreadsheet keeps, and is longer: an account or a code that ends in other digits. */
function isCut(number: number): boolean {
  const [digits = '', exponent = ''] = Math.abs(number).toExponential().replace('.', '').split('e');
  return Number(exponent) >= 15 && digits.length >= 14;
}

/** @param isRich whether the text of the cell was taken by `markedIn` */
export function* leftOutOf(cell: Cell, isRich: boolean): Generator<LeftOut> {
  const { text, link, marked, isStressed = false } = cell;
  const words = shortened(text.trim().replaceAll('\n', ' '), 40);
  if (link !== undefined && text.trim() !== '' && !(isRich && isLinked(cell)) && !saysAddress(text, link)) {
    const hint =
      addressOf(link) === null
        ? 'Link to an address that begins with https:// in Excel (Ctrl+K), or remove the link there.'
        : 'Write the address in words that readers see, if they need it, or remove the link in Excel (Ctrl+K).';
    yield { code: 'link-left-out', message: `The link of "${words}" to ${shortened(link, 80)} is left out`, hint };
  }
  if (cell.number !== undefined && isCut(cell.number))
    yield {
      code: 'number-precision',
      message: `A spreadsheet keeps 15 digits of a number: if more were typed, the end of ${shortened(text.trim(), 40)} is another one`,
      hint: 'If it is an account or a code, give the cell the format Text in Excel, and type it again.',
    };
  if (isStressed && !(isRich && marked !== undefined))
    yield {
      code: 'stress-left-out',
      message: `The bold or italic words in "${words}" are as all others`,
      hint: isRich
        ? 'Write stars around the words, as in **words**, and give all of the cell one font in Excel.'
        : 'The field takes words alone: give all of the cell one font in Excel.',
    };
}
