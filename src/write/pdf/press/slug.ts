/** The line beside a side that says which it is, for whoever finds it in a pile: in the document's language. */
import { formatDate } from '../../../language/dates.ts';
import type { TicketWords } from '../../../language/language.ts';
import type { Lang } from '../../../model/document.ts';
import type { ProcessStep } from '../../../theme/process-steps.ts';
import { editionFile, type Job } from '../../targets.ts';
import type { UsedSpot } from '../paint/inks.ts';
import type { PressForm } from './forms.ts';

interface SlugParts {
  readonly lang: Lang;
  readonly extension: string;
  /** The side, in words. */
  readonly which: readonly string[];
  readonly spots: readonly UsedSpot[];
  /** Those that this side has. */
  readonly steps: readonly ProcessStep[];
}

export function slugOf(job: Job, { lang, extension, which, spots, steps: done }: SlugParts): string[] {
  const { language, created } = job;
  const day = created.toISOString().slice(0, 10);
  const inks = ['CMYK', ...spots.map(({ name }) => name)].join(' + ');
  const { steps } = language.ticket;
  const doneOn = done.map(({ step, ink }) => `${steps[step]}: ${ink.name}`);
  return [editionFile(job, lang, extension), ...which, formatDate(day, language) ?? day, inks, ...doneOn];
}

/** Which form it is, and the pages on it from left to right. */
export function sayForm({ sheet, side, placed }: PressForm, count: number, words: TicketWords): string[] {
  const pages = placed.map(({ page }) => page + 1).join(' | ');
  return [`${words.sheet} ${sheet}/${count}, ${words.formSides[side]}`, `${words.pages}: ${pages}`];
}
