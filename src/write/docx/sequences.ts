/** The numbers of captions, by Word's own fields where these count as the document does. */
import { type ParagraphChild, SimpleField } from 'docx';
import type { Words } from '../../model/document.ts';
import { type Setting, textRun } from './inlines.ts';
import type { Story } from './story.ts';

/**
 * A number such as `ცხრილი 3`: the label, then a field that counts the captions of this label. Its result is there, so
 * nothing asks to be updated.
 */
export function sequence(number: Words, { lang }: Setting, story: Story): ParagraphChild[] {
  const setting = { lang, strong: true };
  const [, label, count] = /^([\p{L}]+)[ \u00A0](\d+)$/u.exec(number) ?? [];
  if (label === undefined || count === undefined) return [textRun(number, setting, story)];
  const next = (story.sequences.get(label) ?? 0) + 1;
  if (String(next) !== count) return [textRun(number, setting, story)];
  story.sequences.set(label, next);
  const field = new Counter(label);
  field.result(textRun(count, setting, story));
  return [textRun(`${label}\u00A0`, setting, story), field];
}

/** docx's own field has no style for its result. */
class Counter extends SimpleField {
  constructor(label: string) {
    super(`SEQ ${label} \\* ARABIC`);
  }

  result(run: ParagraphChild): void {
    this.root.push(run);
  }
}
