/** The text that blocks and marks are read from: our own forms in it are letters, so that their readers need not know them. */
import { type BracketForm, formsIn } from '../model/marks.ts';

/** Stands for a form; texts cannot hold it. For the readers it is a letter. */
const filler = '\uE000';

/** A text of the same length, and the forms in it that stand in no other, whose places it fills with letters. */
export function shadowOf(
  text: string,
  hasNotes: boolean,
): { readonly shadow: string; readonly forms: readonly BracketForm[] } {
  const forms = formsIn(text, hasNotes);
  let shadow = '';
  let end = 0;
  for (const form of forms) {
    shadow += text.slice(end, form.start) + filler.repeat(form.end - form.start);
    end = form.end;
  }
  return { shadow: shadow + text.slice(end), forms };
}
