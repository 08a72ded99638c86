import type { Block, Blocks } from '../../model/document.ts';
import { placeOf, textPlace } from '../../model/place.ts';
import { linesOf, plain, siblingsOf } from '../../model/walk.ts';
import { bulletedLine } from '../../text.ts';
import type { DocumentFinding, DocumentRule } from '../rule.ts';

/** Signs that may open a sentence as well, as no bullet does: two lines make a list of them. */
const maybe = [/^[–—-]\s+\S/, /^\d{1,2}[).]\s+\S/, /^\(?\p{Ll}\)\s+\S/u] as const;

export const fakeList: DocumentRule = {
  code: 'fake-list',
  title: 'Lines in the place of a list',
  why: 'Listeners do not hear that there is a list, how long it is, and where an item ends.',
  applies: 'Paragraphs and their lines.',
  severity: 'warning',
  says: 'Lines that begin with a dot, a dash or a number look like a list, and are read out as sentences.',
  mend: 'Write a list: lines that start with "- " or "1. ".',
  clause: 'WCAG 2.2, 1.3.1',
  *check({ document }) {
    for (const blocks of siblingsOf(document)) yield* inBlocks(blocks);
  },
};

interface Open {
  readonly line: string;
  readonly block: Block;
  readonly mark: RegExp;
}

function* inBlocks(blocks: Blocks): Generator<DocumentFinding> {
  let open = null as Open | null;
  let isReported = false;
  for (const block of blocks) {
    for (const line of block.type === 'paragraph' ? linesOf(block.children).map((line) => plain(line).trim()) : ['']) {
      const mark: RegExp | undefined = [bulletedLine, ...maybe].find((each) => each.test(line));
      if (mark !== open?.mark) isReported = false;
      if (mark === undefined) open = null;
      else if (mark !== open?.mark) open = { line, block, mark };
      if (open === null || isReported || (mark !== bulletedLine && open.line === line && open.block === block))
        continue;
      isReported = true;
      const { block: first } = open;
      const at = (first.type === 'paragraph' ? textPlace(first.children) : null) ?? placeOf(first);
      const message = `The lines from ‘${open.line.slice(0, 40)}’ on look like a list, and are read out as sentences.`;
      yield {
        at,
        message,
        hints: ['Write a list: lines that start with "- " or "1. ", or a block of the type "list".'],
      };
    }
  }
}
