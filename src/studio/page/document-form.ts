/** The form of the document that is open: it follows what the text says its kind and languages are. */
import type { FormModel, OpenDocument } from '../protocol.ts';
import { server } from './api.ts';
import { parseText, valueAt } from './edits.ts';

export class DocumentForm {
  kind: string;
  model: FormModel | null;
  languages: readonly string[];
  /** What of the data the form was made of. */
  #madeOf: string;
  #isAsking = false;

  constructor(open: OpenDocument) {
    this.kind = open.kind;
    this.model = open.form;
    this.languages = open.languages;
    this.#madeOf = formOfText(open.text);
  }

  /** Asks for another one where the data that is saved says so; gives whether it came. */
  async follow(file: string, valueNow: () => unknown): Promise<boolean> {
    if (this.#isAsking || formOfValue(valueNow()) === this.#madeOf) return false;
    this.#isAsking = true;
    const open = await server.open(file).catch(() => null);
    this.#isAsking = false;
    if (open === null) return false;
    const madeOf = formOfText(open.text);
    // More was written meanwhile: its own saving asks again.
    if (madeOf !== formOfValue(valueNow())) return false;
    this.#madeOf = madeOf;
    this.kind = open.kind;
    this.model = open.form;
    this.languages = open.languages;
    return true;
  }
}

function formOfValue(value: unknown): string {
  return JSON.stringify([valueAt(value, ['kind']), valueAt(value, ['languages'])]);
}

/** None is made of a broken text. */
function formOfText(text: string): string {
  const { value, isSound } = parseText(text);
  return isSound ? formOfValue(value) : '';
}
