import { placeKey } from '../../diagnostics.ts';
import { scriptOf } from '../../language/script.ts';
import { englishName } from '../../language/tags.ts';
import type { Lang } from '../../model/document.ts';
import { foreignIn } from '../foreign.ts';
import { hasScript } from '../letters.ts';
import { findPattern } from '../pattern.ts';
import type { DocumentRule } from '../rule.ts';
import { type AuditedText, isOfData } from '../texts.ts';

/**
 * Words whose letters cannot be of their text's language. Latin letters give nothing away: names such as IOM stand in texts of
 * all languages. One letter may be a sign (α, Ω), and addresses are in no language.
 */
const scripts = {
  Geor: { script: 'Georgian', tags: ['ka'] },
  Cyrl: { script: 'Cyrillic', tags: ['ru', 'uk'] },
  Grek: { script: 'Greek', tags: ['el'] },
  Armn: { script: 'Armenian', tags: ['hy'] },
  Hebr: { script: 'Hebrew', tags: ['he'] },
  Arab: { script: 'Arabic', tags: ['ar', 'fa'] },
} as const;
type Script = keyof typeof scripts;
const names = Object.keys(scripts) as readonly Script[];

/** A stretch of words in the letters of one script, with what stands between them. */
function stretchOf(name: Script): string {
  const letter = `[\\p{Script=${name}}\\p{M}]`;
  const before = '(?<![\\p{L}\\p{N}@/_]|[\\p{L}\\p{N}][.-])';
  const after = '(?![\\p{L}\\p{N}@/_]|\\.[\\p{L}\\p{N}])';
  return `${before}\\p{Script=${name}}${letter}+(?:[\\s,–-]{1,3}${letter}+)*${after}`;
}
const stretch = new RegExp(names.map(stretchOf).join('|'), 'gu');

/** Letters that one language alone writes, where others write Cyrillic as well. */
const cyrillic: readonly (readonly [letters: RegExp, tag: string])[] = [
  [/[їєґ]/iu, 'uk'],
  [/ў/iu, 'be'],
  [/ӕ/iu, 'os'],
  [/[ҟҵҩҽ]/iu, 'ab'],
];

export const unmarkedLanguage: DocumentRule = {
  code: 'unmarked-language',
  title: 'Letters of another language without a mark',
  why: 'A screen reader reads the words with the wrong voice, or passes over them.',
  applies: 'Texts with letters that their language is not written in.',
  severity: 'warning',
  says: 'Words in the letters of another language are not marked, so that they are read out in the wrong language.',
  mend: 'Mark the words: [words]{lang=ru}.',
  clause: 'WCAG 2.2, 3.1.2',
  *check({ document }) {
    // A whole text in another language is told by another rule.
    const reported = new Set(foreignIn(document).keys());
    const found = findPattern(document, stretch, wordsFor, (piece) => {
      return piece.mixed !== true && isOfData(piece.from) && hasForeign(piece);
    });
    // Marks part a text into several pieces, and a text may be shown in several places.
    for (const finding of found) {
      const key = placeKey(finding.at);
      if (!reported.has(key)) yield finding;
      reported.add(key);
    }
  },
};

/** Whether a text has a letter that its language is not written in. Most have none, and are passed over in one go. */
function hasForeign({ scripts: found, lang }: AuditedText): boolean {
  return names.some((name) => found.has(name) && name !== scriptOf(lang));
}

function wordsFor(found: string, { lang }: { readonly lang: Lang }): { message: string; hint: string } | null {
  const name = names.find((each) => hasScript(found, each));
  if (name === undefined || scriptOf(lang) === name) return null;
  const { script, tags } = scripts[name];
  const own = name === 'Cyrl' ? cyrillic.find(([letters]) => letters.test(found))?.[1] : undefined;
  const [tag, ...others] = own === undefined ? tags : [own];
  const also = others.map((other) => `, or {lang=${other}} if they are ${englishName(other)}`).join('');
  return {
    message: `Words in ${script} letters are not marked, so that they are read out as ${englishName(lang)},`,
    hint: `${marked(found, tag)} if they are ${englishName(tag)}${also}.`,
  };
}

/** How to mark words: a text of many is not repeated. */
function marked(found: string, tag: string): string {
  if (found.length <= 60) return `Write [${found}]{lang=${tag}}`;
  const ends = found.split(/\s+/);
  return `Write [ before “${ends[0]}” and ]{lang=${tag}} after the last “${ends.at(-1)}”`;
}
