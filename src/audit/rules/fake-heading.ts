import type { Blocks, Paragraph } from '../../model/document.ts';
import { placeOf, textPlace } from '../../model/place.ts';
import { plain } from '../../model/walk.ts';
import type { DocumentFinding, DocumentRule } from '../rule.ts';
import { sectionsOf } from '../sections.ts';

/** Characters. */
const longest = 120;

/** A short paragraph all in bold before other text: a heading for the eye, and a sentence for all others. */
export const fakeHeading: DocumentRule = {
  code: 'fake-heading',
  title: 'Bold paragraph in the place of a heading',
  why: 'It looks like a heading, and those who go from heading to heading do not find it; nor is it in the contents.',
  applies: 'Paragraphs before others in a section.',
  severity: 'warning',
  says: 'A paragraph all in bold looks like a heading, and nobody who goes from heading to heading finds it.',
  mend: 'Make it the title of a section.',
  clause: 'WCAG 2.2, 1.3.1',
  *check({ document }) {
    for (const { section } of sectionsOf(document)) yield* inBlocks(section.blocks);
  },
};

function* inBlocks(blocks: Blocks): Generator<DocumentFinding> {
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1];
    if (block.type !== 'paragraph' || !isBold(block) || next === undefined || next.type === 'section') continue;
    const text = plain(block.children).trim();
    if (text.length > longest || /[.!?…,;]["“”»)]*$/u.test(text)) continue;
    const message = `‘${text}’ is all in bold and looks like a heading, but is none.`;
    const hint = 'Make it the title of a section, and what follows its blocks.';
    yield { at: textPlace(block.children) ?? placeOf(block), message, hints: [hint] };
  }
}

function isBold({ children }: Paragraph): boolean {
  const shown = children.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  return shown.length > 0 && shown.every(({ type }) => type === 'strong');
}
