/** The text of a string item (18.4.8), shared or in its cell: what its runs say together, as far as their looks change what they say. */
import type { CellFault } from '../sheet.ts';
import { type PartAttributes, unescaped } from './parts.ts';
import { isMixed, type MarkedRun, markedText } from './runs.ts';

export interface TextItem {
  readonly text: string;
  readonly isStressed?: true;
  readonly marked?: string;
  readonly fault?: CellFault;
}

/** Whether a mark such as `strike` (18.4.10) or `b` (18.8.2) is on, as it is if it does not say. */
export function isOn(attribute: PartAttributes): boolean {
  return !/^(?:0|false)$/.test(attribute('val') ?? '');
}

/** Words that are struck through are taken back by who wrote them. */
export const struckThrough: CellFault = {
  message: 'The cell has words that are struck through, and a document would have them as they are.',
  hint: 'Delete them in Excel, or take the line through them away (Ctrl+5), and save the file.',
};

const raised = ['0123456789+-−=()', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾'] as const;
const lowered = ['0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'] as const;

/** Digits as characters that are raised themselves: 10³ is another number than 103. */
function shifted(text: string, [from, to]: typeof raised | typeof lowered): string {
  return text.replace(/[0-9+\-−=()]/g, (sign) => to[from.indexOf(sign)] ?? sign);
}

/** Gathers them from the events of a part, without what says how they are read aloud. */
export class StringReader {
  #text = '';
  #isStruck = false;
  #isIn = false;
  #phonetic = 0;
  /** Of the run that is read. */
  #run = plainRun();
  #runs: MarkedRun[] = [];

  open(name: string, attribute: PartAttributes): void {
    if (name === 'rPh') this.#phonetic += 1;
    if (name === 't') this.#isIn = this.#phonetic === 0;
    if (name === 'strike') this.#run.strike = isOn(attribute);
    if (name === 'b') this.#run.bold = isOn(attribute);
    if (name === 'i') this.#run.italic = isOn(attribute);
    if (name === 'vertAlign') this.#run.align = attribute('val') ?? '';
  }

  text(text: string): void {
    if (this.#isIn) this.#run.text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic -= 1;
    if (name === 't') this.#isIn = false;
    if (name === 'r' || name === 't') this.#endRun(name === 'r');
  }

  /** The marks of a run stand before its text, and end with it. */
  #endRun(isEnd: boolean): void {
    const { strike, align, text, bold, italic } = this.#run;
    const words = unescaped(text);
    const shown =
      align === 'superscript' ? shifted(words, raised) : align === 'subscript' ? shifted(words, lowered) : words;
    this.#text += shown;
    this.#runs.push({ text: shown, stars: bold ? '**' : italic ? '*' : '' });
    this.#isStruck ||= strike && words.trim() !== '';
    this.#run = isEnd ? plainRun() : { ...this.#run, text: '' };
  }

  take(): TextItem {
    const isStressed = isMixed(this.#runs);
    const marked = isStressed ? markedText(this.#runs) : null;
    const item: TextItem = {
      text: this.#text,
      ...(isStressed && { isStressed }),
      ...(marked !== null && { marked }),
      ...(this.#isStruck && { fault: struckThrough }),
    };
    this.#text = '';
    this.#runs = [];
    this.#isStruck = false;
    this.#run = plainRun();
    return item;
  }
}

function plainRun() {
  return { strike: false, align: '', text: '', bold: false, italic: false };
}
