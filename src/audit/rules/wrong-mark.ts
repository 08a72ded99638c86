import type { Place } from '../../diagnostics.ts';
import { isTellable, spokenIn } from '../../language/function-words.ts';
import { primaryOf } from '../../language/languages.ts';
import { scriptOf } from '../../language/script.ts';
import { englishName } from '../../language/tags.ts';
import type { Inlines, Lang } from '../../model/document.ts';
import { textPlace } from '../../model/place.ts';
import { plain } from '../../model/walk.ts';
import { hasScript, wordsIn } from '../letters.ts';
import type { DocumentFinding, DocumentRule } from '../rule.ts';
import { childrenInRun, runsOf } from '../runs.ts';

const scripts = ['Latn', 'Geor', 'Cyrl', 'Armn', 'Grek'] as const;

/** A mark of language over words that have no letter of it. */
export const wrongMark: DocumentRule = {
  code: 'wrong-mark',
  title: 'Mark with the wrong language',
  why: 'A screen reader takes the voice of the marked language, and nobody understands the words.',
  applies: 'Words that are marked with a language.',
  severity: 'error',
  says: 'Words are marked as of a language that they are not in: by their letters, or by their small words.',
  mend: 'Correct the language of the mark, or remove the mark.',
  clause: 'WCAG 2.2, 3.1.2',
  *check({ document }) {
    for (const { inlines, lang } of runsOf(document)) yield* marksIn(inlines, lang);
  },
};

/** English marked as German: told by the small words of both, where they are known. */
function* inOneScript(children: Inlines, lang: Lang, from: Place): Generator<DocumentFinding> {
  const text = plain(children);
  const tag = primaryOf(lang);
  const spoken = isTellable(tag) ? spokenIn(wordsIn(text)) : null;
  if (spoken === null || spoken === tag) return;
  const message = `‘${text}’ is marked as ${englishName(lang)}, and seems to be ${englishName(spoken)}.`;
  yield {
    at: textPlace(children) ?? from,
    message,
    hints: ['Correct the language of the mark, or remove the mark.'],
  };
}

function* marksIn(inlines: Inlines, within: Lang): Generator<DocumentFinding> {
  for (const node of inlines) {
    const lang = node.lang ?? within;
    if (node.type === 'span' && node.lang !== null && node.lang !== within) {
      const text = plain(node.children);
      const own = scriptOf(node.lang);
      const script = scripts.find((each) => hasScript(text, each));
      // A romanized word carries its script in its tag: ka-Latn.
      if (script !== undefined && !hasScript(text, own) && wordsIn(text).length > 0) {
        const name = englishName(node.lang);
        const message = `‘${text}’ is marked as ${name}, and has no letter that ${name} is written in.`;
        yield {
          at: textPlace(node.children) ?? node.from,
          message,
          hints: ['Correct the language of the mark, or remove the mark.'],
        };
      } else yield* inOneScript(node.children, node.lang, node.from);
    }
    yield* marksIn(childrenInRun(node), lang);
  }
}
