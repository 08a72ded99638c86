import { englishName } from '../../language/tags.ts';
import type { Inlines, Lang } from '../../model/document.ts';
import { childrenOf } from '../../model/kinds.ts';
import { textPlace } from '../../model/place.ts';
import { plain } from '../../model/walk.ts';
import { hasScript, scriptOf, wordsIn } from '../letters.ts';
import type { DocumentFinding, DocumentRule } from '../rule.ts';
import { runsOf } from '../runs.ts';

const scripts = ['Latn', 'Geor', 'Cyrl', 'Armn', 'Grek'] as const;

/** A mark of language over words that have no letter of it. */
export const wrongMark: DocumentRule = {
  code: 'wrong-mark',
  severity: 'error',
  says: 'Words are marked as of a language in whose letters they are not written.',
  mend: 'Correct the language of the mark, or remove the mark.',
  clause: 'WCAG 2.2, 3.1.2',
  *check({ document }) {
    for (const { inlines, lang } of runsOf(document)) yield* marksIn(inlines, lang);
  },
};

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
      }
    }
    yield* marksIn(childrenOf(node), lang);
  }
}
