/** The numbers of captions, by Word's own fields where these count as the document does. */
import type { ParagraphChild } from 'docx';
import type { Words } from '../../model/document.ts';
import { field } from './fields.ts';
import { type RunFormat, textRun } from './inlines.ts';
import type { Story } from './story.ts';

/** The label and the count of a number such as `ცხრილი 3`; null where a field can't say it. */
export function counterOf(number: Words): { readonly label: string; readonly count: string } | null {
  const [, label, count] = /^([\p{L}]+)[ \u00A0](\d+)$/u.exec(number) ?? [];
  return label === undefined || count === undefined ? null : { label, count };
}

/**
 * A number such as `ცხრილი 3`: the label, then a field that counts the captions of this label. Its result is there, so
 * nothing asks to be updated.
 */
export function sequence(number: Words, setting: RunFormat, story: Story): ParagraphChild[] {
  const { label, count } = counterOf(number) ?? {};
  if (label === undefined || count === undefined) return [textRun(number, setting, story)];
  const next = (story.sequences.get(label) ?? 0) + 1;
  if (String(next) !== count) return [textRun(number, setting, story)];
  story.sequences.set(label, next);
  return [textRun(`${label}\u00A0`, setting, story), field(`SEQ ${label} \\* ARABIC`, textRun(count, setting, story))];
}
