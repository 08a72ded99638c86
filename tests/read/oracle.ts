/** What micromark reads of our notation: all else of CommonMark switched off, and stars by our rule. */
import { fromMarkdown, type Options } from 'mdast-util-from-markdown';
import { attention } from 'micromark-core-commonmark';

type Extension = NonNullable<Options['extensions']>[number];
export type MdastNode = ReturnType<typeof fromMarkdown>['children'][number];

const star = 42;
const space = /[\s\p{Z}]/u;
const opening = /\p{Ps}/u;
const word = /[\p{L}\p{N}]/u;

/** As `starsIn` has it in src/read/paragraph.ts. */
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

function parsed(text: string, names: readonly string[]): readonly MdastNode[] {
  const extension: Extension = { text: { [star]: stress }, disable: { null: [...names] } };
  return fromMarkdown(text, { extensions: [extension] }).children;
}

/** A text that is one paragraph: what stands in it. */
export function parsedParagraph(text: string): readonly MdastNode[] {
  return parsed(text, [...unused, 'list']).flatMap((node): readonly MdastNode[] =>
    node.type === 'paragraph' ? node.children : [node],
  );
}

/** A text of paragraphs and lists. */
export function parsedBlocks(text: string): readonly MdastNode[] {
  return parsed(withoutOthers(text), unused);
}

/** At the start of a line, after the marks of lists around: what CommonMark takes for a mark of a list, and we do not. */
const otherMark = /^([ \t]*(?:(?:-|\d{1,9}\.)[ \t]+)*)(?:[+*]|(\d{1,9})\))(?=[ \t]|$)/gm;

/** Items begin with `-` or `1.`: a line that begins with “+ 5 %”, “* provisional” or “1) a” is words. */
function withoutOthers(text: string): string {
  return text.replace(otherMark, (_, before: string, digits?: string) => `${before}${digits ?? ''}x`);
}

export function spanOf({ position }: MdastNode): { readonly start: number; readonly end: number } {
  return { start: position?.start.offset ?? -1, end: position?.end.offset ?? -1 };
}
