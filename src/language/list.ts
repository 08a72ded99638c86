/** The languages of this folder, a file each. tests/language/list.test.ts writes this list. */
import { en } from './en.ts';
import { ka } from './ka.ts';
import type { Language } from './language.ts';

export const languages = { ka, en } satisfies Readonly<Record<string, Language>>;
