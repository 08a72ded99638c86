/** The Document to pdfmake's nodes and to the structure tree, in one walk so that neither can say what the other does not. */

import { designOf } from '../../../design/design.ts';
import { leadsIn } from '../../../design/kept.ts';
import { strongWeight } from '../../../design/place.ts';
import type { NumberDesign, ParagraphDesign } from '../../../design/words.ts';
import type { Block, Composed, Document, Paragraph, Section } from '../../../model/document.ts';
import { madeOf } from '../../../model/kinds.ts';
import type { Job } from '../../targets.ts';
import type { Slot, StructureElement } from '../tag/structure.ts';
import type { Marker, RunStyle, StyledRun } from '../text/inlines.ts';
import { Type } from '../text/type.ts';
import { setAside } from './asides.ts';
import { pairAt, setChart, setCharts } from './charts.ts';
import { setColumns } from './columns.ts';
import { scaleOf, setCover, setHead, setImprint } from './cover.ts';
import { setLanguages } from './languages.ts';
import { setList } from './lists.ts';
import type { LayoutNode, PageSection } from './node.ts';
import { opened } from './openings.ts';
import { setEmblems, setFigure } from './pictures.ts';
import { reachAt, setReach } from './reach.ts';
import { hyphenated, runsOf } from './runs.ts';
import { blankFrame, type Inset, onField, placeOf, type SetContext, styleOf } from './setting.ts';
import { setTable } from './tables.ts';
import { setContents, setQuote, setTerms } from './terms.ts';

export interface SetContent {
  readonly sections: PageSection[];
  /** Picture files by the names that nodes use. */
  readonly images: Readonly<Record<string, Uint8Array>>;
}

/** What is made before a document is set. */
export interface Made extends Pick<SetContext, 'tree' | 'charts' | 'form' | 'paper'> {
  /** Measures nodes; `images` are the pictures that they name. */
  heightOf(nodes: readonly LayoutNode[], width: number, images: SetContext['images']): number;
}

/** What all parts of a document are set with; `tree` is filled with their structure. */
export function openSetting(
  document: Document,
  job: Job,
  { heightOf, ...made }: Made & Partial<Pick<SetContext, 'featured'>>,
): SetContext {
  const setting: SetContext = {
    document,
    job,
    featured: new Set(),
    ...made,
    heightOf: (nodes, width) => heightOf(nodes, width, setting.images),
    type: new Type(job.theme, { scale: made.form.scale, printed: !made.tree.linked }),
    images: {},
    later: [],
    block: (block, level, parent, frame) => setBlock(block, level, parent, frame, setting),
  };
  return setting;
}

/** Sets a whole document; `tree` is filled with its structure. */
export function setDocument(document: Document, job: Job, made: Made): SetContent {
  const { tree, form } = made;
  const setting = openSetting(document, job, made);
  const { page, looks } = job.theme;
  const sheet = form.name === 'sheet';
  const { cover, over } = sheet ? { cover: setHead(tree.root, setting), over: [] } : setCover(tree.root, setting);
  const blank = blankFrame(document.lang, job.theme);
  const frame = sheet ? blank : { ...blank, left: page.rail, right: looks.page.textRight };
  const body = document.body.map((section) => setSection(section, 1, tree.root, frame, setting));
  const content = [...over, ...body, ...setImprint(tree.root, setting)];
  for (const act of setting.later) act();
  const margins = [page.left, page.top, page.right, sheet ? looks.page.sheetBottom : page.bottom] as const;
  const scale = scaleOf(page);
  const { top, foot } = looks.cover.plain;
  const coverMargins = [page.left, top * scale, page.right, foot * scale] as const;
  return {
    sections: sheet
      ? [{ section: { stack: [cover, ...content] }, pageMargins: margins }]
      : [
          { section: cover, pageMargins: coverMargins },
          { section: { stack: content }, pageMargins: margins },
        ],
    images: setting.images,
  };
}

function setBlock(
  block: Block,
  level: number,
  parent: StructureElement,
  frame: Inset,
  setting: SetContext,
): LayoutNode {
  if (!setting.featured.has(block)) return setAny(block, level, parent, frame, setting);
  return {
    stack: [setAny(block, level, parent, { ...frame, ...onField(setting.job.theme.roles) }, setting)],
    featured: true,
  };
}

function setAny(block: Block, level: number, parent: StructureElement, frame: Inset, setting: SetContext): LayoutNode {
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
    case 'table':
      return setTable(block, parent, frame, setting);
    case 'chart':
      return setChart(block, parent, frame, setting);
    case 'quote':
      return setQuote(block, parent, frame, setting);
    case 'terms':
      return setTerms(block, parent, frame, setting);
    case 'contents':
      return setContents(block, parent, frame, setting);
    case 'columns':
      return setColumns(block, level, parent, frame, setting);
    case 'emblems':
      return setEmblems(block, parent, frame, setting);
    case 'languages':
      return setLanguages(block, parent, frame, setting);
    default:
      return setMade(block satisfies Composed, level, parent, frame, setting);
  }
}

/** What is drawn in no way of its own is what it is made of. */
function setMade(
  block: Composed,
  level: number,
  parent: StructureElement,
  frame: Inset,
  setting: SetContext,
): LayoutNode {
  return { stack: madeOf(block, setting.document.lang).map((made) => setBlock(made, level, parent, frame, setting)) };
}

/** The title is no heading but a Title: chapters begin with H1 (docs/headings.md). */
const headings = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'] as const;

export function setSection(
  section: Section,
  level: number,
  parent: StructureElement,
  frame: Inset,
  setting: SetContext,
  underHeading = false,
): LayoutNode {
  const element = parent.add('Sect', { lang: section.lang ?? undefined });
  const inner = { ...frame, lang: section.lang ?? frame.lang };
  const { form } = setting;
  const design = designOf(section, { ...placeOf(frame, level), headingsFrom: form.headingsFrom }, setting.job.theme);
  const { style: name } = design.heading;
  const { before, after } = setting.job.theme.styles[name].page;
  const h = element.add(headings[level - 1] ?? 'H6');
  setting.tree.targets.set(section.id.value, h);
  const gap =
    level === 1
      ? form.sectionGap
      : underHeading
        ? Math.min(before, setting.job.theme.looks.paged.heading.under)
        : before;
  const number = section.number === null ? null : { text: `${section.number} `, slot: h.slot(section.number) };
  const ring = design.number?.ring ?? null;
  const style = styleOf(design.heading, setting.type);
  const lead: StyledRun[] =
    number === null || design.number === null || ring !== null ? [] : numberRuns(number, style, design.number, setting);
  const title: LayoutNode = {
    text: '',
    runs: [...lead, ...runsOf(section.title, h, style, setting)],
    ...(number !== null && ring !== null ? { marker: sectionMarker(number, ring, frame, setting) } : {}),
    lang: inner.lang,
    margin: [frame.left, gap, frame.right, after],
    topMargin: level === 1 ? form.openingGap : 0,
    keepWithNext: true,
    anchor: { id: section.id.value, level },
  };
  const kept = section.blocks.flatMap((block, index): LayoutNode[] => {
    if (block.type === 'section') return [setSection(block, level + 1, element, inner, setting, index === 0)];
    const pair = pairAt(section.blocks, index, setting);
    if (pair === 'second') return [];
    if (pair !== null) return [setCharts(pair, element, inner, setting)];
    const reach = reachAt(section.blocks, index, setting);
    if (reach === 'second') return [];
    if (reach !== null) return [setReach(reach, element, inner, setting)];
    const before = section.blocks[index - 1];
    const isLed = before?.type === 'paragraph' && before.look === 'lead';
    const set = setBlock(block, level + 1, element, inner, setting);
    const node = isLed ? { ...set, parting: afterLead } : set;
    return [leadsIn(block, section.blocks[index + 1]) ? { ...node, keepWithNext: true } : node];
  });
  const { opening } = design;
  const begins = design.newPage ? { newPage: true } : {};
  if (opening === null) return { stack: [{ ...title, ...begins }, ...kept] };
  const { page } = setting.job.theme.looks;
  const collapses = form.name !== 'panels' && page.opening !== null && page.foot === null;
  const under: LayoutNode = { ...title, margin: [frame.left, 0, frame.right, after] };
  const lines = opened(opening, setting, { before: gap, collapses });
  // Lines that fall together with those of the page begin none.
  if (collapses) return { stack: [...lines, { ...under, ...begins }, ...kept] };
  return { stack: [...lines.map((line) => ({ ...line, ...begins })), under, ...kept] };
}

/** What it costs that a page begins behind the lead of a part: it stands alone there with its heading. */
const afterLead = 120;

/** A number and, wider than a space where the theme has it so, the room behind it. */
function numberRuns(
  { text, slot }: { text: string; slot: Slot },
  heading: RunStyle,
  { color, weight, gap: room }: NumberDesign,
  { type }: SetContext,
): StyledRun[] {
  const style = type.change(heading, { color, ...(weight === null ? {} : { weight }) });
  const gap = room?.page ?? 0;
  const run = { slot, link: null, lineEnd: false };
  if (gap === 0) return [{ text, style, ...run }];
  return [
    { text: text.trimEnd(), style, ...run },
    { text: ' ', style: { ...style, tracking: gap }, ...run },
  ];
}

/** The number of a section of the first level, in its ring on the rail. */
function sectionMarker(
  number: { text: string; slot: Slot },
  ring: NonNullable<NumberDesign['ring']>,
  frame: Inset,
  { type, job }: SetContext,
): Marker {
  const scale = scaleOf(job.theme.page);
  const [diameter, stroke] = [ring.diameter.page * scale, ring.stroke.page * scale];
  return {
    kind: 'number',
    label: number.text,
    slot: number.slot,
    color: type.color(ring.color),
    ground: type.color(ring.ground),
    style: { ...type.style('h1'), size: ring.number * scale },
    radius: (diameter - stroke) / 2,
    stroke,
    offset: frame.left - diameter / 2,
    rail: null,
  };
}

function setParagraph(paragraph: Paragraph, parent: StructureElement, frame: Inset, setting: SetContext): LayoutNode {
  const { type, job } = setting;
  const design = designOf(paragraph, placeOf(frame), job.theme);
  const { style: name } = design;
  const { before, after } = job.theme.styles[name].page;
  const element = parent.add('P', { lang: paragraph.lang ?? undefined });
  const style = styleOf(design, type);
  const lang = paragraph.lang ?? frame.lang;
  const whole = runsOf(paragraph.children, element, style, setting);
  const running = setting.form.hyphenated && name === 'body' && !frame.tight;
  const runs = running ? hyphenated(whole, lang) : whole;
  return {
    text: '',
    runs: runs.map((run) => (frame.onField ? ofField(run, design, type) : frame.entries ? asEntry(run, setting) : run)),
    lang,
    margin: [frame.left, frame.tight ? 0 : before, frame.right, frame.tight ? 0 : after],
  };
}

/** On the field of a cover links too have the colours of the words around them. */
function ofField(run: StyledRun, { color, strong }: ParagraphDesign, type: Type): StyledRun {
  const stressed = run.style.face.weight >= strongWeight;
  return { ...run, style: type.change(run.style, { color: (stressed ? strong : null) ?? color }) };
}

/** In a list of links the address is what one looks for. */
function asEntry(run: StyledRun, { type, paper }: SetContext): StyledRun {
  if (run.link === null) return run;
  if (paper !== null) return { ...run, style: type.style('strong-item') };
  return { ...run, style: { ...type.style('strong-item', { color: type.theme.roles.link }), underline: true } };
}
