/** The text that the parser of CommonMark gets: our own forms in it are letters, so that it need not know them. */
import { type BracketForm, formsIn } from '../model/marks.ts';

/** Stands for a form; texts cannot hold it. For the parser it is a letter. */
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
  return { shadow: withoutOthers(shadow + text.slice(end)), forms };
}

/** At the start of a line, after the marks of lists around: what CommonMark takes for a mark of a list, and we do not. */
const otherMark = /^([ \t]*(?:(?:-|\d{1,9}\.)[ \t]+)*)(?:[+*]|(\d{1,9})\))(?=[ \t]|$)/gm;

/** Items begin with `-` or `1.`: a line that begins with “+ 5 %”, “* provisional” or “1) a” is words. */
function withoutOthers(shadow: string): string {
  return shadow.replace(otherMark, (_, before: string, digits?: string) => `${before}${digits ?? ''}${filler}`);
}
