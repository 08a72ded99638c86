/**
 * The codes that findings have, but for those of rules, which stand with the rule. Types alone: what a code means is for
 * docs/codes.md, and nobody loads it to make a document.
 */
import type { command } from './codes/command.ts';
import type { data } from './codes/data.ts';
import type { files } from './codes/files.ts';
import type { finished } from './codes/finished.ts';
import type { layout } from './codes/layout.ts';
import type { many } from './codes/many.ts';
import type { markup } from './codes/markup.ts';
import type { Severity } from './codes/meaning.ts';
import type { pictures } from './codes/pictures.ts';
import type { templates } from './codes/templates.ts';
import type { themes } from './codes/themes.ts';

export type { Meaning, Severity } from './codes/meaning.ts';

type Meanings = typeof files &
  typeof data &
  typeof pictures &
  typeof templates &
  typeof markup &
  typeof themes &
  typeof layout &
  typeof finished &
  typeof command &
  typeof many;

/** A code that a stage may say, as an error or as a warning. */
export type Code<As extends Severity = Severity> = {
  [Name in keyof Meanings]: Meanings[Name]['severity'] extends As ? Name : never;
}[keyof Meanings];
