/**
 * Spelling, by word lists of Hunspell that whoever wants them installs: nspell, and dictionary-ka or dictionary-en-gb (or dictionary-en) beside Etrati. Nothing
 * of it is loaded but for advice. A word list is large in memory (Georgian: 150 MB), and goes with its document.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Report } from '../diagnostics.ts';
import { englishName } from '../language/tags.ts';

/** What nspell makes of a word list. */
export interface Speller {
  correct(word: string): boolean;
  suggest(word: string): readonly string[];
  add(word: string): unknown;
}

/** By the primary subtag of their language. */
export type Spellers = ReadonlyMap<string, Speller>;

/** Makes a speller of a language; null where its packages are not installed. */
export type SpellerMaker = (lang: string) => Promise<Speller | null>;

/** Spellers of these languages, which know the words of the project too. What is not installed is said in the report. */
export async function openSpellers(
  langs: readonly string[],
  words: readonly string[],
  report: Report,
  make: SpellerMaker = installed,
): Promise<Spellers> {
  const spellers = new Map<string, Speller>();
  for (const lang of new Set(langs)) {
    const speller = await make(lang);
    if (speller === null) {
      const packages = `nspell ${listOf(lang)}`;
      report.advice(
        'speller-missing',
        null,
        `The spelling of ${englishName(lang)} was not checked: ${packages.replace(' ', ' or ')} is not installed.`,
        {
          hints: [
            `Run "npm install ${packages}" in the project; "npm install --global ${packages}" if Etrati itself was installed with --global.`,
          ],
        },
      );
      continue;
    }
    for (const word of words) speller.add(word);
    spellers.set(lang, speller);
  }
  return spellers;
}

const installedBeside = createRequire(import.meta.url);

async function installed(lang: string): Promise<Speller | null> {
  const nspell = resolved('nspell');
  const dictionary = resolved(listOf(lang)) ?? resolved(`dictionary-${lang}`);
  if (nspell === null || dictionary === null) return null;
  const list = (ending: string) => readFile(path.join(path.dirname(dictionary), `index.${ending}`));
  const [{ default: make }, aff, dic] = await Promise.all([
    import(pathToFileURL(nspell).href) as Promise<{ default: (list: { aff: Buffer; dic: Buffer }) => Speller }>,
    list('aff'),
    list('dic'),
  ]);
  return make({ aff, dic });
}

/** The package of a language's word list: where it has lists of several customs, that of ours. */
function listOf(lang: string): string {
  return lang === 'en' ? 'dictionary-en-gb' : `dictionary-${lang}`;
}

function resolved(name: string): string | null {
  try {
    return installedBeside.resolve(name);
  } catch {
    return null;
  }
}
