/**
 * What of CommonMark the notation has: `*`, `**`, links, escapes; with blocks also paragraphs and lists. Stars are read by
 * a rule of our own, since CommonMark's leaves `**„სათაური“**და` as stars and makes `2*3*4` stress.
 */

import type { Options } from 'mdast-util-from-markdown';
import { attention } from 'micromark-core-commonmark';

type Extension = NonNullable<Options['extensions']>[number];

const star = 42;
const space = /[\s\p{Z}]/u;
const opening = /[\p{Ps}]/u;
const word = /[\p{L}\p{N}]/u;

/**
 * Stars open before anything but a space, and one alone only after what is no letter or digit. They close before anything, after
 * anything but a space or a bracket or quotation mark that opens („ is one, “ is none).
 */
const stress: typeof attention = {
  ...attention,
  name: 'stress',
  tokenize(effects, ok) {
    const before = characterOf(this.previous);
    let length = 0;
    return function start(code) {
      effects.enter('attentionSequence');
      return inside(code);
    };

    function inside(code: number | null): ReturnType<typeof ok> {
      if (code === star) {
        effects.consume(code);
        length += 1;
        return inside;
      }
      const token = effects.exit('attentionSequence');
      const after = characterOf(code);
      token._open = !space.test(after) && (length > 1 || !word.test(before));
      token._close = !space.test(before) && !opening.test(before);
      return ok(code);
    }
  },
};

/** Negative codes are line ends and tabs; none is the edge of the text. */
function characterOf(code: number | null): string {
  return code === null || code < 0 ? ' ' : String.fromCharCode(code);
}

const unused = [
  ...['attention', 'autolink', 'blockQuote', 'characterReference', 'codeFenced', 'codeIndented', 'codeText'],
  ...['definition', 'hardBreakEscape', 'headingAtx', 'htmlFlow', 'htmlText', 'labelStartImage', 'setextUnderline'],
  'thematicBreak',
];

function notationWithout(names: readonly string[]): Options {
  const extension: Extension = { text: { [star]: stress }, disable: { null: [...names] } };
  return { extensions: [extension] };
}

/** For a text that is one paragraph. */
export const inlineNotation: Options = notationWithout([...unused, 'list']);
/** For a text of paragraphs and lists. */
export const blockNotation: Options = notationWithout(unused);
