/** All rules of the folder, in the order in which they are told. tests/codes writes this list. */
import type { AdviceRule } from './rule.ts';
import { longParagraph } from './rules/long-paragraph.ts';
import { longSentence } from './rules/long-sentence.ts';
import { spelling } from './rules/spelling.ts';

export const rules: readonly AdviceRule[] = [longParagraph, longSentence, spelling];
