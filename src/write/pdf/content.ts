/** The Document to pdfmake's nodes and to the structure tree, in one walk so that neither can say what the other does not. */
import type { Aside, Block, Document, Languages, Paragraph, Section } from '../../model/document.ts';
import type { StyleName } from '../../theme/theme.ts';
import type { Job } from '../targets.ts';
import { setCover, setImprint } from './cover.ts';
import type { Box, Run } from './inlines.ts';
import type { Section as LaidSection, Node } from './layout.ts';
import { setList } from './lists.ts';
import { setEmblems, setFigure } from './pictures.ts';
import { editionLink, runsOf } from './runs.ts';
import { blankFrame, type Frame, type Setting, textRight } from './setting.ts';
import type { StructureElement, StructureTree } from './structure.ts';
import { mm, Type } from './type.ts';

export interface Content {
  readonly sections: LaidSection[];
  /** Picture files by the names that nodes use. */
  readonly images: Readonly<Record<string, Uint8Array>>;
}

/** Sets a whole document; `tree` is filled with its structure. */
export function setDocument(document: Document, job: Job, tree: StructureTree): Content {
  const setting: Setting = {
    document,
    job,
    tree,
    type: new Type(job.theme),
    images: {},
    block: (block, level, parent, frame) => setBlock(block, level, parent, frame, setting),
  };
  const { page } = job.theme;
  const cover = {
    section: setCover(tree.root, setting),
    pageMargins: [page.left, 16 * mm, page.right, 14 * mm] as const,
  };
  const frame: Frame = { ...blankFrame(document.lang), left: page.rail, right: textRight };
  const body = document.body.map((section) => setSection(section, 1, tree.root, frame, setting));
  // The last section and the imprint share a page, so that no imprint stands alone.
  const closing: Node = { stack: [...body.slice(-1), ...setImprint(tree.root, setting)], keepTogether: true };
  const margins = [page.left, page.top, page.right, page.bottom] as const;
  return {
    sections: [cover, { section: { stack: [...body.slice(0, -1), closing] }, pageMargins: margins }],
    images: setting.images,
  };
}

function setBlock(block: Block, level: number, parent: StructureElement, frame: Frame, setting: Setting): Node {
  switch (block.type) {
    case 'section':
      return setSection(block, level, parent, frame, setting);
    case 'paragraph':
      return setParagraph(block, parent, frame, setting);
    case 'list':
      return setList(block, level, parent, frame, setting);
    case 'aside':
      return setAside(block, level, parent, frame, setting);
    case 'figure':
      return setFigure(block, parent, frame, setting);
    case 'emblems':
      return setEmblems(block, parent, frame, setting);
    case 'languages':
      return setLanguages(block, parent, frame, setting);
    default:
      throw new Error(`no PDF of ${block.type}`);
  }
}

const headings = ['H2', 'H3', 'H4', 'H5', 'H6'] as const;
const headingStyles = ['h1', 'h2', 'h3', 'h4'] as const;
/** Before a section's heading in the middle of a page, and at its top, where the section opens with the lanes. */
const sectionGap = 30;
const openingGap = 11 * mm;
/** Before a heading that stands right under another. */
const headingGap = 4;

function setSection(
  section: Section,
  level: number,
  parent: StructureElement,
  frame: Frame,
  setting: Setting,
  underHeading = false,
): Node {
  const element = parent.add('Sect', { lang: section.lang ?? undefined });
  const inner = { ...frame, lang: section.lang ?? frame.lang };
  const name = headingStyles[level - 1] ?? 'h4';
  const { before, after } = setting.job.theme.styles[name].page;
  const h = element.add(headings[level - 1] ?? 'H6');
  setting.tree.targets.set(section.id.value, h);
  const gap = level === 1 ? sectionGap : underHeading ? Math.min(before, headingGap) : before;
  const title: Node = {
    text: '',
    runs: runsOf(section.title, h, setting.type.style(name), setting),
    lang: inner.lang,
    margin: [frame.left, gap, frame.right, after],
    topMargin: level === 1 ? openingGap : 0,
    keepWithNext: true,
    anchor: { id: section.id.value, level },
  };
  const blocks = section.blocks.map((block, index) =>
    block.type === 'section'
      ? setSection(block, level + 1, element, inner, setting, index === 0)
      : setBlock(block, level + 1, element, inner, setting),
  );
  return { stack: [title, ...blocks] };
}

function setParagraph(paragraph: Paragraph, parent: StructureElement, frame: Frame, setting: Setting): Node {
  const { type, job } = setting;
  const named = paragraph.look as StyleName | null;
  const name = named !== null && named in job.theme.styles ? named : frame.text;
  const { before, after } = job.theme.styles[name].page;
  const element = parent.add('P', { lang: paragraph.lang ?? undefined });
  const runs = runsOf(paragraph.children, element, type.style(name), setting);
  return {
    text: '',
    runs: runs.map((run) => (frame.ground === 'field' ? onField(run, type) : frame.entries ? asEntry(run, type) : run)),
    lang: paragraph.lang ?? frame.lang,
    margin: [frame.left, frame.tight ? 0 : before, frame.right, frame.tight ? 0 : after],
  };
}

/** On the navy field stress is white, the rest pale. */
function onField(run: Run, type: Type): Run {
  return { ...run, style: type.change(run.style, { color: run.style.face.weight >= 600 ? 'white' : 'pale' }) };
}

/** In a list of links the address is what one looks for. */
function asEntry(run: Run, type: Type): Run {
  return run.link === null
    ? run
    : { ...run, style: { ...type.style('strong-item', { color: 'blue' }), underline: true } };
}

function setAside(aside: Aside, level: number, parent: StructureElement, frame: Frame, setting: Setting): Node {
  const { type } = setting;
  const element = parent.add('Aside', { lang: aside.lang ?? undefined, title: aside.label?.value });
  const callout = aside.look === 'callout';
  const padding = { x: 7 * mm, top: 6 * mm, bottom: 5 * mm };
  const box: Box = {
    fill: type.color(callout ? 'parch' : 'sky'),
    border: null,
    bar: { color: type.color(callout ? 'clay' : 'blue'), width: 1.4 * mm },
    padding,
    x: 0,
    width: 0,
  };
  const lang = aside.lang ?? frame.lang;
  const inner: Frame = { ...blankFrame(lang), ground: 'sky' };
  return {
    stack: aside.blocks.map((block) => setBlock(block, level, element, inner, setting)),
    margin: [frame.left + padding.x, 12 + padding.top, padding.x, 14 + padding.bottom],
    box,
    keepTogether: true,
  };
}

function setLanguages(
  block: Languages,
  parent: StructureElement,
  frame: Frame,
  { type, document, job }: Setting,
): Node {
  const element = parent.add('P', { lang: block.lang ?? undefined });
  const style = type.style('small', { color: 'muted' });
  const runs = block.editions.flatMap(({ lang, name }, index): Run[] => {
    const between = index === 0 ? [] : [{ text: ' | ', style, slot: element.slot(), link: null, lineEnd: false }];
    const here = lang === document.lang;
    const run: Run = {
      text: name,
      style: here
        ? type.change(style, { weight: 600, color: 'deep' })
        : { ...type.change(style, { color: 'blue' }), underline: true },
      slot: element.add(here ? 'Span' : 'Link', { lang }).slot(),
      link: here ? null : editionLink(job, lang, name),
      lineEnd: false,
    };
    return [...between, run];
  });
  return { text: '', runs, lang: frame.lang, margin: [frame.left, 0, frame.right, 8] };
}
