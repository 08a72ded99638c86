/** Findings in prose by a pattern. */
import type { Document } from '../model/document.ts';
import { matchesIn } from '../text.ts';
import type { DocumentFinding } from './rule.ts';
import { type AuditedText, excerpt, textsOf } from './texts.ts';

interface Words {
  readonly message: string;
  readonly hint: string;
}

/** One finding for each text with a match that `describe` has words for: the first, and how many more there are. */
export function* findPattern(
  document: Document,
  pattern: RegExp,
  describe: (found: string, piece: AuditedText) => Words | null,
  applies: (piece: AuditedText) => boolean = () => true,
): Generator<DocumentFinding> {
  for (const piece of textsOf(document)) {
    // Most texts have none, and are passed over without a list of matches.
    if (!applies(piece) || piece.value.search(pattern) < 0) continue;
    const found = [...matchesIn(piece.value, pattern)].flatMap((match) => {
      const words = describe(match[0], piece);
      return words === null ? [] : [{ match, words }];
    });
    const [first, ...more] = found;
    if (first === undefined) continue;
    const around = excerpt(piece.value, first.match.index, first.match[0].length);
    const also = more.length === 0 ? '' : `, and ${more.length} more in this text`;
    yield { at: piece.from, message: `${first.words.message} in ‘${around}’${also}.`, hints: [first.words.hint] };
  }
}
