/** Quotes, terms and their meanings, contents. */
import { designOf } from '../../../design/design.ts';
import { type TextDesign, together } from '../../../design/place.ts';
import { type ContentsDesign, isChapter } from '../../../design/words.ts';
import { undivided } from '../../../model/build.ts';
import type { Contents, ContentsEntry, Quote, Terms } from '../../../model/document.ts';
import { plain } from '../../../model/walk.ts';
import { textArea } from '../../../theme/page-size.ts';
import { lookIn } from '../../../theme/theme.ts';
import type { StructureElement } from '../tag/structure.ts';
import { breakRuns, type Marker, type Rail, type StyledRun, type Tail } from '../text/inlines.ts';
import { widestWord } from '../text/lines.ts';
import { type Grid, plainRow } from './grid.ts';
import type { LayoutNode, Margin } from './node.ts';
import { opened } from './openings.ts';
import { runsOf } from './runs.ts';
import { blankFrame, type Inset, placeOf, type SetContext, styleOf } from './setting.ts';

export function setQuote(quote: Quote, parent: StructureElement, frame: Inset, setting: SetContext): LayoutNode {
  const element = parent.add('BlockQuote', { lang: quote.lang ?? undefined });
  const lang = quote.lang ?? frame.lang;
  const design = designOf(quote, placeOf(frame), setting.job.theme);
  const { before, after, source: gap } = design.space;
  const inner: Inset = { ...blankFrame(lang, setting.job.theme), text: design.words };
  const words = quote.blocks.map((block) => setting.block(block, 1, element, inner));
  const runs =
    quote.source === null
      ? null
      : runsOf(quote.source, element.add('P'), styleOf(design.source, setting.type), setting);
  const source: LayoutNode[] = runs === null ? [] : [{ text: '', runs, lang, margin: [0, gap.page, 0, 0] }];
  return {
    stack: [...opened(design.opening, setting), ...words, ...source],
    margin: [frame.left, before.page, frame.right, after.page],
    keepTogether: true,
  };
}

/** Terms beside what they mean; on a cover, side by side under rules of their own. */
export function setTerms(terms: Terms, parent: StructureElement, frame: Inset, setting: SetContext): LayoutNode {
  const attributes = [{ O: 'List', ListNumbering: 'Description' }];
  const list = parent.add('L', { lang: terms.lang ?? undefined, attributes });
  const lang = terms.lang ?? frame.lang;
  const design = designOf(terms, placeOf(frame), setting.job.theme);
  const label = styleOf(design.term, setting.type);
  const { terms: room } = setting.job.theme.looks.paged;
  const items = terms.items.map(({ term, details }): [LayoutNode, LayoutNode] => {
    const item = list.add('LI');
    const runs = runsOf(term, item.add('Lbl'), label, setting);
    const inner: Inset = {
      ...blankFrame(lang, setting.job.theme),
      ground: frame.ground,
      onField: frame.onField,
      text: design.details,
      tight: true,
    };
    const body = item.add('LBody');
    const blocks = details.map((block) => setting.block(block, 1, body, inner));
    return [{ text: '', runs, lang, margin: [0, 0, room.beside, 0] }, { stack: blocks }];
  });
  if (design.arrangement === 'rows') return factRows(items, frame, setting);
  if (design.arrangement === 'columns') return coverTerms(items, frame, setting);
  const children = items.flat();
  const width = textWidth(frame, setting);
  // Never more than the smaller part of a narrow column; in large print as much as its longest word takes.
  const least = Math.max(Math.min(design.look.width.page, width * 0.4), longestTerm(items, width, setting));
  const rows = items.map((_, row) => ({
    ...plainRow,
    cells: [0, 1].map((column) => ({ child: row * 2 + column, column, columnSpan: 1, rowSpan: 1 })),
  }));
  const spaced = children.map((child) => ({
    ...child,
    margin: [0, room.around, child.margin?.[2] ?? 0, room.around] as const,
  }));
  const grid: Grid = { widths: [least, width - least], gap: 0, rows, headRows: 0 };
  return {
    stack: spaced,
    grid,
    margin: [frame.left, room.before, frame.right, room.after],
    keepTogether: items.length <= together.entries,
  };
}

/** How wide the longest word of terms is in large print, which parts none. */
function longestTerm(
  items: readonly (readonly [LayoutNode, LayoutNode])[],
  width: number,
  { job }: SetContext,
): number {
  if (job.theme.large === null) return 0;
  const words = items.map(([term]) => ('runs' in term ? widestWord(breakRuns(term.runs, term.lang)) + 9 : 0));
  return Math.min(width * 0.6, Math.max(0, ...words));
}

/** Facts one under the other, between rules: at the foot of a cover. */
function factRows(items: readonly [LayoutNode, LayoutNode][], frame: Inset, setting: SetContext): LayoutNode {
  const { dl, table } = setting.job.theme.looks;
  const { width, rule, gap } = lookIn(dl, 'cover');
  const drawn = (line: NonNullable<typeof rule>) => ({
    color: setting.type.color(line.color),
    thickness: line.width.page,
  });
  const edge = rule === null ? null : drawn(rule);
  const whole = textWidth(frame, setting);
  const terms = Math.max(width.page, longestTerm(items, whole, setting));
  const room = gap.page;
  const stack = items.flat().map((cell): LayoutNode => ({ stack: [cell], margin: [0, room, 0, room] }));
  const rows = items.map((_, row) => ({
    ...plainRow,
    ruleAbove: row === 0 ? edge : null,
    ruleBelow: row === items.length - 1 ? edge : drawn(table.rules.hair),
    cells: [0, 1].map((column) => ({ child: row * 2 + column, column, columnSpan: 1, rowSpan: 1 })),
  }));
  const grid: Grid = { widths: [terms, whole - terms], gap: 0, rows, headRows: 0 };
  return { stack, grid, margin: [frame.left, room, frame.right, room], keepTogether: true };
}

function coverTerms(items: readonly [LayoutNode, LayoutNode][], frame: Inset, setting: SetContext): LayoutNode {
  const { rule: line, gap: between } = lookIn(setting.job.theme.looks.dl, 'cover');
  const rule = line === null ? null : { color: setting.type.color(line.color), thickness: line.width.page };
  const gap = between.page;
  const { terms: room } = setting.job.theme.looks.paged;
  const width = (textWidth(frame, setting) - gap * (items.length - 1)) / items.length;
  const stack: LayoutNode[] = items.map(([term, details]) => ({
    stack: [term, details],
    margin: [0, room.fact, 0, 0],
  }));
  const cells = items.map((_, column) => ({ child: column, column, columnSpan: 1, rowSpan: 1 }));
  const grid: Grid = {
    widths: items.map(() => width),
    gap,
    rows: [{ ...plainRow, ruleAbove: rule, cells }],
    headRows: 0,
  };
  return { stack, grid, margin: [frame.left, room.facts, frame.right, 0] };
}

/** The width of text in a frame on an upright page. */
export function textWidth(frame: Inset, { job }: SetContext): number {
  const { page } = job.theme;
  return (frame.width ?? textArea(page).width) - frame.left - frame.right;
}

/** Entries with leaders and page numbers; those of sections with rings on a rail. */
export function setContents(
  contents: Contents,
  parent: StructureElement,
  frame: Inset,
  setting: SetContext,
): LayoutNode {
  const toc = parent.add('TOC', { lang: contents.lang ?? undefined });
  const { page, looks } = setting.job.theme;
  const { before, after, rail: line } = looks.contents;
  const design = designOf(contents, placeOf(frame), setting.job.theme);
  const rail: Rail | null = line && { color: setting.type.color(line.color), width: line.width.page };
  const inColumn = frame.left === page.rail;
  const left = inColumn ? 0 : frame.left;
  const itemOf = nesting(toc);
  const isNested = (entry: ContentsEntry | undefined) => entry !== undefined && !isChapter(contents.of, entry.level);
  const entries = contents.entries.map((entry, index) =>
    isChapter(contents.of, entry.level)
      ? {
          ...chapterEntry(entry, itemOf(entry), rail, design, frame, setting),
          keepWithNext: isNested(contents.entries[index + 1]),
        }
      : plainEntry(entry, itemOf(entry), contents.of, design, frame, setting),
  );
  return { stack: entries, margin: [left, before.page, 0, after.page] };
}

/** Where each next entry goes: one of a deeper level into a TOC of its own within the TOCI of the entry above it. */
function nesting(top: StructureElement): (entry: ContentsEntry) => StructureElement {
  const path: { readonly level: number; readonly toc: StructureElement; readonly item: StructureElement }[] = [];
  return ({ level }) => {
    while ((path.at(-1)?.level ?? 0) > level) path.pop();
    const above = path.at(-1);
    const toc = above === undefined ? top : above.level === level ? above.toc : above.item.add('TOC');
    const item = toc.add('TOCI');
    if (above?.level === level) path.pop();
    path.push({ level, toc, item });
    return item;
  };
}

function plainEntry(
  entry: ContentsEntry,
  item: StructureElement,
  of: Contents['of'],
  design: ContentsDesign,
  frame: Inset,
  setting: SetContext,
): LayoutNode {
  const { runs, tail } = entryRuns(entry, item, design.entry, design, setting);
  const look = setting.job.theme.looks.contents;
  const indent = of === 'sections' ? look.indent.page + (entry.level - 2) * look.step.page : 0;
  const margin: Margin = [indent, 0, look.room.page, of === 'sections' ? 0 : setting.job.theme.looks.paged.entry.after];
  return { text: '', runs, lang: frame.lang, margin, ...(tail && { tail }) };
}

function chapterEntry(
  entry: ContentsEntry,
  item: StructureElement,
  rail: Rail | null,
  design: ContentsDesign,
  frame: Inset,
  setting: SetContext,
): LayoutNode {
  const { type } = setting;
  const { runs, tail, number } = entryRuns(entry, item, design.chapter, design, setting);
  const { ring, indent: start, room, chapter } = setting.job.theme.looks.contents;
  const indent = start.page;
  const node: LayoutNode = {
    text: '',
    runs,
    lang: frame.lang,
    margin: [indent, chapter.before.page, room.page, chapter.after.page],
    ...(tail && { tail }),
  };
  if (number === null) return node;
  const [diameter, stroke] = [ring.diameter.page, ring.stroke.page];
  const marker: Marker = {
    kind: 'number',
    // With its space: number and title are one text to those who read it.
    label: number.text,
    slot: number.slot,
    color: type.color(ring.color),
    ground: type.color(ring.ground),
    style: styleOf(design.ringed, type),
    radius: (diameter - stroke) / 2,
    stroke,
    offset: indent - diameter / 2,
    rail,
  };
  return { ...node, marker };
}

interface EntryRuns {
  readonly runs: StyledRun[];
  /** Null where pages have no numbers. */
  readonly tail: Tail | null;
  /** The number of a chapter, which stands in its ring. */
  readonly number: { readonly text: string; readonly slot: Marker['slot'] } | null;
}

/** The title and its page number are two words to those who read the text. */
function spacedAfter(runs: readonly StyledRun[]): StyledRun[] {
  return runs.map((run, index) => (index === runs.length - 1 ? { ...run, text: `${run.text} ` } : run));
}

/** TOCI > Reference > Link: number, title and page number in one link (ISO 32000-1, table 334). */
function entryRuns(
  entry: ContentsEntry,
  item: StructureElement,
  text: TextDesign,
  design: ContentsDesign,
  setting: SetContext,
): EntryRuns {
  const { type, tree } = setting;
  const look = setting.job.theme.looks.contents;
  const link = {
    type: 'place',
    id: entry.id,
    contents: [entry.number, undivided(plain(entry.title))].filter(Boolean).join(' '),
  } as const;
  const element = item.add('Reference').add('Link');
  setting.later.push(() => {
    const target = tree.targets.get(entry.id);
    if (target !== undefined) item.refersTo.push(target);
  });
  const style = styleOf(text, type);
  const ringed = text === design.chapter && entry.number !== null;
  const number = entry.number === null ? null : { text: `${entry.number} `, slot: element.slot(entry.number) };
  const numberRun: StyledRun[] =
    number === null || ringed
      ? []
      : [
          {
            text: number.text,
            style: type.change(style, { color: design.number }),
            slot: number.slot,
            link,
            lineEnd: false,
          },
        ];
  const titleRuns = spacedAfter(runsOf(entry.title, element, style, setting, link));
  const tail: Tail | null =
    setting.job.numbered === false
      ? null
      : {
          id: entry.id,
          slot: element.slot(`page of ${plain(entry.title)}`),
          style: { ...style, tabular: true },
          link,
          leader: design.leader && { color: type.color(design.leader), ...setting.job.theme.looks.paged.leader },
          right: look.room.page,
        };
  return { runs: [...numberRun, ...titleRuns], tail, number: ringed ? number : null };
}
