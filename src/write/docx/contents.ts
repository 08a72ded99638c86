/**
 * Contents: a field that Word fills, around entries that are there already and lead to their places by links. Nothing makes
 * Word ask or update at opening. The numbers of pages are Word's own to find: only its layout knows them, so until a reader
 * updates the contents (F9) there are none, and no dots that lead to nothing.
 */
import { FileChild, LeaderType, Paragraph, Tab, TabStopType, TextRun, type XmlComponent } from 'docx';
import type { Contents, ContentsEntry } from '../../model/document.ts';
import { deepestEntry } from './block-styles.ts';
import { element } from './elements.ts';
import { closeField, field, openField } from './fields.ts';
import { type Flow, textWidth } from './flow.ts';
import { bareRuns, jump, textRun } from './inlines.ts';
import { counterOf } from './sequences.ts';
import type { Story } from './story.ts';
import { twips } from './units.ts';

export function contents(node: Contents, flow: Flow, story: Story): FileChild[] {
  // \n leaves out the numbers of pages.
  const switches = story.job.numbered === false ? '\\h \\z \\n' : '\\h \\z';
  const lists = node.of === 'sections' ? [sectionList(node, switches)] : captionLists(node, switches);
  const paragraphs = lists.flatMap((list) => listOf(list, node, flow, story));
  return paragraphs.length === 0 ? [] : [new ContentsBlock(paragraphs), new Paragraph({ style: 'TableEnd' })];
}

/** What one field lists; null for what Word has no way to find. */
interface Listed {
  readonly instruction: string | null;
  readonly entries: readonly ContentsEntry[];
}

/** The headings down to the level of the deepest entry; `\u`, which the field often has, would list unlisted ones too. */
function sectionList({ entries }: Contents, switches: string): Listed {
  const depth = Math.max(...entries.map(({ level }) => level));
  return { instruction: `TOC \\o "1-${depth}" ${switches}`, entries };
}

/** A field counts the captions of one label: where there are figures and charts, the figures come first. */
function captionLists({ entries }: Contents, switches: string): Listed[] {
  const labels = new Set(entries.map(({ number }) => number && (counterOf(number)?.label ?? null)));
  return [...labels].map((label) => ({
    instruction: label === null ? null : `TOC ${switches} \\c "${label}"`,
    entries: entries.filter(({ number }) => (number && (counterOf(number)?.label ?? null)) === label),
  }));
}

function listOf({ instruction, entries }: Listed, node: Contents, flow: Flow, story: Story): Paragraph[] {
  const opening = instruction === null ? [] : openField(instruction);
  return entries.map((entry, index) => {
    const before = index === 0 ? opening : [];
    const after = index === entries.length - 1 && instruction !== null ? [closeField()] : [];
    return entryOf(entry, node, { before, after }, flow, story);
  });
}

type Marks = Readonly<Record<'before' | 'after', ReturnType<typeof openField>>>;

function entryOf(
  { level, id, number, title }: ContentsEntry,
  { of }: Contents,
  { before, after }: Marks,
  { lang }: Flow,
  story: Story,
): Paragraph {
  const ofSections = of === 'sections';
  const place = story.places.entry(id) ?? '';
  const tab = () => new TextRun({ children: [new Tab()] });
  const words = [
    ...(number === null
      ? []
      : [textRun(ofSections ? number : `${number}. `, { lang }, story), ...(ofSections ? [tab()] : [])]),
    ...bareRuns(title, { lang }, story),
    ...(story.job.numbered === false ? [] : [tab(), field(`PAGEREF ${place} \\h`, new TextRun(''))]),
  ];
  const style = ofSections ? `TOC${Math.min(level, deepestEntry)}` : 'TableofFigures';
  // Without a number the words begin where those of the others do.
  const format = ofSections && number === null ? { indent: { hanging: 0 } } : {};
  const end = { type: TabStopType.RIGHT, position: twips(textWidth(story.theme)), leader: LeaderType.NONE };
  return new Paragraph({
    style,
    ...format,
    tabStops: [end],
    children: [...before, jump(place, words, story), ...after],
  });
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
