/** Inlines of the Document to runs, each with its place in the structure tree. */

import { strongWeight } from '../../../design/place.ts';
import { languageOf } from '../../../language/languages.ts';
import { uriOf } from '../../../model/address.ts';
import { undivided } from '../../../model/build.ts';
import type { Inline, Inlines, Lang, Link, Note } from '../../../model/document.ts';
import { plain } from '../../../model/walk.ts';
import { textArea } from '../../../theme/page-size.ts';
import { editionFile, type Job } from '../../targets.ts';
import { beforeMark, hyphens, isSlanted, softHyphen } from '../../typesetting.ts';
import type { Slot, StructureElement, StructureType } from '../tag/structure.ts';
import { breakRuns, type LinkTarget, type NoteBody, type RunStyle, type StyledRun } from '../text/inlines.ts';
import { breakLines } from '../text/lines.ts';
import { mm } from '../text/type.ts';
import { roomAtFirst } from './paper.ts';
import type { SetContext } from './setting.ts';

interface RunPlace {
  readonly element: StructureElement;
  readonly style: RunStyle;
  readonly link: LinkTarget | null;
}

/** Turns inlines into runs under `element`, in a style that stress and links change; `link` is that which they stand in. */
export function runsOf(
  inlines: Inlines,
  element: StructureElement,
  style: RunStyle,
  setting: SetContext,
  link: LinkTarget | null = null,
): StyledRun[] {
  return paragraphRuns(inlines, { element, style, link }, setting);
}

function paragraphRuns(inlines: Inlines, place: RunPlace, setting: SetContext): StyledRun[] {
  const owed: Owed = { link: null };
  const runs = runsIn(inlines, place, setting, owed);
  return [...runs, ...settle(owed, place.element, place.style, setting)];
}

/** The link behind whose words paper still has to say where it leads. */
interface Owed {
  link: Link | null;
}

/** The runs of a paragraph with soft hyphens where its words may be divided. */
export function hyphenated(runs: readonly StyledRun[], lang: string): StyledRun[] {
  const places = hyphens(runs.map(({ text }) => text).join(''), lang);
  let end = 0;
  return runs.map((run) => {
    const start = end;
    end += run.text.length;
    const own = places.filter((place) => place > start && place <= end).map((place) => place - start);
    const parts = [0, ...own].map((from, index) => run.text.slice(from, own[index]));
    return own.length === 0 ? run : { ...run, text: parts.join(softHyphen) };
  });
}

function runsIn(inlines: Inlines, place: RunPlace, setting: SetContext, owed: Owed): StyledRun[] {
  const runs: StyledRun[] = [];
  let slot: Slot | null = null;
  for (const node of inlines) {
    if (node.type === 'text') {
      slot ??= place.element.slot();
      slot.words += node.value;
      const run = { style: place.style, slot, link: place.link, lineEnd: false, from: node.from };
      const end = owed.link === null ? 0 : endOfWord(node.value);
      if (end > 0) runs.push({ ...run, text: node.value.slice(0, end) });
      if (end > 0 && end === node.value.length) continue;
      runs.push(...settle(owed, slot, place.style, setting), { ...run, text: node.value.slice(end) });
    } else if (node.type === 'lineBreak') {
      runs.push(...settle(owed, place.element, place.style, setting));
      slot ??= place.element.slot();
      slot.words += ' ';
      // The break is a space to those who read the text without its lines.
      runs.push({ text: ' ', style: place.style, slot, link: place.link, lineEnd: true });
    } else {
      if (!goesOn.has(node.type)) runs.push(...settle(owed, place.element, place.style, setting));
      slot = null;
      if (node.type === 'note') runs.push(noteMark(node, runs.at(-1)?.text ?? '', place, setting));
      else runs.push(...runsIn(node.children, enter(node, place, setting), setting, owed));
      if (node.type === 'link') owed.link = node;
    }
  }
  return runs;
}

/** Marks within which the last word of a link may go on. */
const goesOn: ReadonlySet<Inline['type']> = new Set(['strong', 'emphasis', 'span']);

/** Georgian puts endings to words: „[გეგმა](#plan)ში“. What is said of a link stands behind its last word as a whole. */
function endOfWord(text: string): number {
  return /^[\p{L}\p{M}\p{N}'’\u2010\u2011-]*/u.exec(text)?.[0].length ?? 0;
}

/** Says where the link that is owed leads. */
function settle(owed: Owed, at: StructureElement | Slot, style: RunStyle, { paper }: SetContext): StyledRun[] {
  const printed = owed.link === null ? undefined : paper?.links.get(owed.link);
  owed.link = null;
  if (paper === null || printed === undefined) return [];
  const words = printed.type === 'words' ? printed.text : `${printed.before}${printed.id}${printed.after}`;
  const run = { slot: 'slot' in at ? at.slot(words) : at, style, link: null, lineEnd: false };
  if (printed.type === 'words') return [{ ...run, text: printed.text }];
  const { id, before, after } = printed;
  const number = { ...run, text: paper.numbers.get(id) ?? roomAtFirst, style: { ...style, tabular: true }, pageOf: id };
  return [{ ...run, text: before }, number, { ...run, text: after }].filter(({ text }) => text !== '');
}

function enter(
  node: Exclude<Inline, { type: 'text' | 'lineBreak' | 'note' }>,
  place: RunPlace,
  setting: SetContext,
): RunPlace {
  const { type, job } = setting;
  const lang = node.lang ?? undefined;
  switch (node.type) {
    case 'strong': {
      const style = type.change(place.style, { weight: 600 });
      return { ...place, element: place.element.add('Strong', { lang }), style };
    }
    case 'emphasis': {
      const stressed = node.lang ?? languageAt(place.element) ?? setting.document.lang;
      const style = stressOf(place.style, stressed, setting);
      return { ...place, element: place.element.add('Em', { lang }), style };
    }
    case 'span':
      return { ...place, element: place.element.add('Span', { lang }) };
    case 'abbreviation':
      return { ...place, element: place.element.add('Span', { lang, expansion: node.expansion.value }) };
    case 'missing':
      return { ...place, element: place.element.add('Span', { lang, actual: node.words }) };
    case 'link': {
      const marked = { ...type.change(place.style, { color: job.theme.roles.link }), underline: true };
      // On paper the words of a link lead nowhere, and don't look as if they did.
      const style = setting.paper === null ? marked : place.style;
      return { element: place.element.add('Link', { lang }), style, link: linkTarget(node, job) };
    }
    default:
      return node satisfies never;
  }
}

/** Stress leans where the language and the theme have it lean, and there is a face for it; else it is heavier. */
function stressOf(style: RunStyle, lang: Lang | string, { type }: SetContext): RunStyle {
  const leaning = type.change(style, { italic: true });
  const slanted = isSlanted(languageOf(lang), type.theme) && leaning.face.italic;
  return slanted ? leaning : type.change(style, { weight: type.theme.large === null ? 500 : strongWeight });
}

/** The language that an element has by itself or from what it stands in; undefined where it is the document's. */
function languageAt(element: StructureElement | null): string | undefined {
  return element === null ? undefined : (element.properties.lang ?? languageAt(element.parent));
}

function linkTarget(link: Link, job: Job): LinkTarget {
  const contents = undivided(plain(link.children));
  switch (link.target.type) {
    case 'web':
      return { type: 'uri', uri: uriOf(link.target.href.value), contents };
    case 'place':
      return { type: 'place', id: link.target.id.value, contents };
    case 'edition':
      return { type: 'file', file: editionFile(job, link.target.edition.value, 'pdf'), contents };
    case 'file':
      return { type: 'file', file: link.target.file.value, contents };
    default:
      return link.target satisfies never;
  }
}

/** A link to the document in another language. */
export function editionLink(job: Job, lang: Lang, name: string): LinkTarget {
  return { type: 'file', file: editionFile(job, lang, 'pdf'), contents: name };
}

/**
 * The mark of a note, which calls the note to the foot of its page. In the tree the note is read after what its mark stands in:
 * amid a sentence, or in the head of a row that is said again with each cell, its words would be said there. Mark and note
 * refer to each other (ISO 14289-1, 7.9; ISO 14289-2, 8.2.5.14; PDF 1.7 has no key for it) and lead to each other.
 */
function noteMark(note: Note, before: string, place: RunPlace, setting: SetContext): StyledRun {
  const { type, tree, job } = setting;
  const [id, back] = [`note-${note.number}`, `note-mark-${note.number}`];
  const label = String(note.number);
  const mark = place.element.add('Reference').add('Link');
  const host = noteHost(place.element);
  // Where it is read it does not inherit the language of where its mark stands.
  const element = host.addNote({ id, lang: note.lang ?? languageWithin(host, place.element) });
  mark.refersTo.push(element);
  element.refersTo.push(mark);
  tree.targets.set(id, element).set(back, mark);
  const style = type.style('note');
  // In large print a mark is as large as any other word.
  const { large } = job.theme;
  const size = Math.max(place.style.size * 0.66, large?.least ?? 0);
  const strong = type.change(place.style, { weight: 600 });
  const raised = {
    ...type.change({ ...strong, size }, { color: job.theme.looks.note.number }),
    rise: place.style.size * (large === null ? 0.36 : 0.22),
  };
  const number: StyledRun = {
    text: `${label} `,
    style: type.change(style, { weight: 600, color: job.theme.looks.note.number }),
    slot: element.add('Lbl').add('Link').slot(label),
    link: { type: 'note', id: back, contents: job.language.chrome.backToText },
    lineEnd: false,
  };
  const { page, looks } = job.theme;
  const width = textArea(page).width - page.rail - looks.page.textRight;
  const runs = [number, ...paragraphRuns(note.children, { element, style, link: null }, setting)];
  const lines = breakLines(breakRuns(runs, note.lang ?? setting.document.lang), width);
  const height = lines.reduce((sum, line) => sum + line.getHeight(), looks.paged.note.after);
  refuseLong(note, height, setting);
  const body: NoteBody = { number: note.number, lines, height };
  return {
    text: beforeMark(before) + label,
    style: raised,
    slot: mark.slot(label),
    link: { type: 'note', id, contents: job.language.chrome.noteNamed.replace('{n}', label) },
    lineEnd: false,
    note: body,
  };
}

const phrases: ReadonlySet<StructureType> = new Set(['Span', 'Strong', 'Em', 'Link', 'Reference']);

/**
 * What a note is read after: the table that its mark stands in, else what has a caption, so that those of its caption and of its source
 * keep their order, else the mark's paragraph.
 */
function noteHost(element: StructureElement): StructureElement {
  const around: StructureElement[] = [];
  for (let each: StructureElement | null = element; each !== null; each = each.parent) around.push(each);
  const table = around.findLast(({ type }) => type === 'Table');
  const captioned = around.find(({ kids }) => kids.some((kid) => 'type' in kid && kid.type === 'Caption'));
  return table ?? captioned ?? around.find(({ type }) => !phrases.has(type)) ?? element;
}

/** The language that an element has by itself or from what it stands in, up to `host`; undefined where it is that of `host`'s own parent. */
function languageWithin(host: StructureElement, element: StructureElement): string | undefined {
  const inner = element === host || element.parent === null ? undefined : languageWithin(host, element.parent);
  return element.properties.lang ?? inner;
}

/** A note stands whole at the foot of its mark's page, which must hold text as well. */
function refuseLong(note: Note, height: number, { job }: SetContext): void {
  const { page } = job.theme;
  const most = textArea(page).height * (job.theme.large === null ? 1 / 2 : 3 / 4);
  if (height <= most) return;
  const at = note.children.find((child) => child.type === 'text')?.from ?? note.at;
  const message = `Note ${note.number} is ${Math.round(height / mm)} mm high; a page has room for ${Math.floor(most / mm)} mm.`;
  job.report.error('note-too-long', at, message, {
    hints: ['Move its text to the document or to an annex, and let the note say where.'],
  });
}

/** Type of a part of its size. */
export function scaled(style: RunStyle, by: number): RunStyle {
  const { size, leading, rise, tracking } = style;
  return { ...style, size: size * by, leading: leading * by, rise: rise * by, tracking: tracking * by };
}
