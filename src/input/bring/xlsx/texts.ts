/** The text of a string item (18.4.8), shared or in its cell: what its runs say together, as far as their looks change what they say. */
import type { CellFault } from '../sheet.ts';
import { type PartAttributes, unescaped } from './parts.ts';

export interface TextItem {
  readonly text: string;
  readonly fault?: CellFault;
}

/** Whether a mark `strike` (18.4.10) strikes through, as it does if it does not say. */
export function strikes(attribute: PartAttributes): boolean {
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
  #run = { strike: false, align: '', text: '' };

  open(name: string, attribute: PartAttributes): void {
    if (name === 'rPh') this.#phonetic += 1;
    if (name === 't') this.#isIn = this.#phonetic === 0;
    if (name === 'strike') this.#run.strike = strikes(attribute);
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
    const { strike, align, text } = this.#run;
    const words = unescaped(text);
    this.#text +=
      align === 'superscript' ? shifted(words, raised) : align === 'subscript' ? shifted(words, lowered) : words;
    this.#isStruck ||= strike && words.trim() !== '';
    this.#run = isEnd ? { strike: false, align: '', text: '' } : { strike, align, text: '' };
  }

  take(): TextItem {
    const item = this.#isStruck ? { text: this.#text, fault: struckThrough } : { text: this.#text };
    this.#text = '';
    this.#isStruck = false;
    this.#run = { strike: false, align: '', text: '' };
    return item;
  }
}
