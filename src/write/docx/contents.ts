/** Contents: entries that are links, with the page numbers of the document's own PDF, inside the block that Word knows. */
import { FileChild, Paragraph, type ParagraphChild, Tab, TextRun, type XmlComponent } from 'docx';
import type { Contents, ContentsEntry } from '../../model/document.ts';
import type { Theme } from '../../theme/theme.ts';
import { deepestEntry } from './block-styles.ts';
import { element } from './elements.ts';
import type { Flow } from './flow.ts';
import { hyperlink } from './inlines.ts';
import type { Story } from './story.ts';
import { hex } from './units.ts';
import { shield } from './xml.ts';

/**
 * No field: Word would ask to update one, or show other pages than the entries say until it has. The page numbers are
 * left out where nobody knows them.
 */
export function contents(node: Contents, _flow: Flow, story: Story): FileChild[] {
  const entries = node.entries.map((entry) => entryOf(entry, node, story));
  if (entries.length === 0) return [];
  return [new ContentsBlock(entries), new Paragraph({ style: 'TableEnd' })];
}

function entryOf(entry: ContentsEntry, { of, at }: Contents, story: Story): Paragraph {
  const { level, id, number, title } = entry;
  const ofSections = of === 'sections';
  const page = story.ready.pages.get(id);
  const tab = () => new TextRun({ children: [new Tab()] });
  const words: ParagraphChild[] = [
    ...(number === null
      ? []
      : [new TextRun(shield(ofSections ? number : `${number}. `)), ...(ofSections ? [tab()] : [])]),
    new TextRun(shield(title)),
    ...(page === undefined ? [] : [leader(story.theme), new TextRun(shield(page))]),
  ];
  const style = ofSections ? `TOC${Math.min(level, deepestEntry)}` : 'TableofFigures';
  // Without a number the words begin where those of the others do.
  const format = ofSections && number === null ? { indent: { hanging: 0 } } : {};
  const link = hyperlink({ type: 'place', id: { value: id, from: at } }, words, story);
  return new Paragraph({ style, ...format, children: [link] });
}

/** A tab's leader has the colour of its run. A style of its own would make LibreOffice draw the whole entry as a link. */
function leader(theme: Theme): TextRun {
  return new TextRun({ children: [new Tab()], bold: false, color: hex(theme, 'line') });
}

/** A building block of the gallery "Table of Contents", which readers take for what it is. */
class ContentsBlock extends FileChild {
  constructor(entries: readonly Paragraph[]) {
    super('w:sdt');
    const gallery = element('w:docPartGallery', { 'w:val': 'Table of Contents' });
    const properties = element('w:sdtPr', {}, element('w:docPartObj', {}, gallery));
    const content: readonly XmlComponent[] = entries;
    this.root.push(properties, element('w:sdtContent', {}, ...content));
  }
}
