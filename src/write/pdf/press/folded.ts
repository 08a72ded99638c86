/**
 * A document on the panels of a folded sheet: the cover, then the text from panel to panel, then its last section and the
 * imprint on the back. The structure tree is that of the pages: it never depends on where a panel stands.
 */
import { type Place, Refused, Report } from '../../../diagnostics.ts';
import type { Block, Document } from '../../../model/document.ts';
import { panelSizes } from '../../../theme/title-sizes.ts';
import type { Job } from '../../targets.ts';
import type { Fold } from '../lay/fold.ts';
import { type Frame, framesOf, heightOf, marginsOf, panelTheme, sizeOf, textWidthOf } from '../lay/frames.ts';
import { copyOf, layOut } from '../lay/layout.ts';
import { flatten, spread } from '../lay/spread.ts';
import { drawCharts } from '../page/charts.ts';
import { checkPanels, otherLayout } from '../page/fullness.ts';
import { placedOn } from '../page/ornament.ts';
import { measureHeight, measuringHost } from '../page/pages.ts';
import type { Drawable } from '../paint/draw.ts';
import { openSetting, setSection } from '../set/content.ts';
import { setImprint, setPanelCover } from '../set/cover.ts';
import { formNamed } from '../set/form.ts';
import type { LaidOut, LayoutNode } from '../set/node.ts';
import { addressesLook, type Paper } from '../set/paper.ts';
import { blankFrame, type ChartDrawings, type SetContext } from '../set/setting.ts';
import { StructureTree } from '../tag/structure.ts';
import type { LinePiece } from '../text/piece.ts';
import { mm } from '../text/type.ts';
import { drawSides, type Folded } from './folded-sides.ts';

/** The document on the sheet. Throws `Refused` with `panel-overflow` where text does not fit its panels. */
export async function setFolded(paper: Paper, job: Job, fold: Fold, bleed: number): Promise<Drawable> {
  const best = await bestOf(paper, job, fold);
  // What does not fit cannot be drawn.
  if (best.report.failed) throw new Refused(best.report.diagnostics);
  for (const found of best.report.diagnostics) job.report.add(found);
  const taken = best.set.columns.map(({ frame }) => frame);
  checkPanels(paper.document, framesOf(fold, job.theme), taken, { name: fold.name, report: job.report });
  return { ...best.set, sides: drawSides(best.set, fold, bleed), typeScale: best.typeScale };
}

interface Try {
  readonly set: Folded;
  readonly typeScale: number;
  readonly report: Report;
}

/**
 * The first way that fits and parts well, in the largest type; else the first that fits; else the last. Where the last section is too
 * long for the back, it goes on from panel to panel, and the imprint has the back alone.
 */
async function bestOf(paper: Paper, job: Job, fold: Fold): Promise<Try> {
  const closed = await triesOf(paper, job, fold, true);
  const best = chosen(closed) ?? chosen(await triesOf(paper, job, fold, false)) ?? closed.at(-1);
  if (best === undefined) throw new Error('no way was tried');
  return best;
}

function chosen(tries: readonly Try[]): Try | null {
  const fitting = tries.filter(({ report }) => !report.failed);
  return fitting.find(({ set }) => set.balanced) ?? fitting[0] ?? null;
}

/** Ends with the first that fits and parts well. */
async function triesOf(paper: Paper, job: Job, fold: Fold, closes: boolean): Promise<readonly Try[]> {
  const { document } = paper;
  const tries: Try[] = [];
  const frames = framesOf(fold, job.theme);
  for (const scale of panelSizes) {
    const theme = panelTheme(job.theme, frames, scale);
    const charts = await drawCharts(document, theme, { form: 'panels' });
    const features = closes && job.theme.looks.folded.feature ? featuresOf(document) : [new Set<Block>()];
    for (const featured of features) {
      const report = new Report();
      const set = new Attempt(paper, { ...job, theme, report }, fold, { frames, charts, featured, closes }).run();
      tries.push({ set, typeScale: scale, report });
      if (!report.failed && set.balanced) return tries;
    }
  }
  return tries;
}

/**
 * What may stand on the navy panel, best first: the panel that closes the text, then the same with the figures before it where
 * the text before leaves them no room, else nothing.
 */
function featuresOf(document: Document): ReadonlySet<Block>[] {
  const body = document.body.slice(0, closingOf(document) + 1);
  // A document of one section closes with its text, one of more with its last section.
  let blocks: readonly Block[] = body.length > 1 ? body.slice(-2, -1) : body;
  for (let last = blocks.at(-1); last?.type === 'section'; last = blocks.at(-1)) blocks = last.blocks;
  const last = blocks.at(-1);
  if (last?.type !== 'aside' || last.look !== 'panel') return [new Set()];
  const figures = blocks.slice(blocks.slice(0, -1).findLastIndex(({ type }) => type !== 'figure') + 1);
  return [new Set([last]), ...(figures.length > 1 ? [new Set<Block>(figures)] : []), new Set<Block>()];
}

/** Which section closes the text: the last but for the addresses of its links, which stand with it. */
function closingOf({ body }: Document): number {
  return body.findLastIndex(({ look }) => look !== addressesLook);
}

interface Ways {
  readonly frames: readonly Frame[];
  readonly charts: ChartDrawings;
  /** What stands on the navy panel. */
  readonly featured: ReadonlySet<Block>;
  /** Whether the last section stands on the back. */
  readonly closes: boolean;
}

/** One way to set the document on the panels. */
class Attempt {
  readonly #paper: Paper;
  readonly #document: Document;
  readonly #job: Job;
  readonly #fold: Fold;
  readonly #frames: readonly Frame[];
  readonly #charts: ChartDrawings;
  readonly #featured: ReadonlySet<Block>;
  readonly #closes: boolean;
  readonly #tree = new StructureTree(false);
  #balanced = true;

  /** @param job with the theme as panels use it */
  constructor(paper: Paper, job: Job, fold: Fold, { frames, charts, featured, closes }: Ways) {
    this.#paper = paper;
    this.#document = paper.document;
    this.#job = job;
    this.#fold = fold;
    this.#frames = frames;
    this.#charts = charts;
    this.#featured = featured;
    this.#closes = closes;
  }

  run(): Folded {
    const made = {
      tree: this.#tree,
      charts: this.#charts,
      featured: this.#featured,
      paper: this.#paper,
      heightOf: measureHeight,
    };
    const setting = openSetting(this.#document, this.#job, { ...made, form: formNamed('panels', this.#job.theme) });
    const parts = this.#set(setting);
    for (const act of setting.later) act();
    const host = measuringHost(setting.images);
    const feature = this.#featured.size > 0;
    const roles = [
      { frames: this.#of('cover'), nodes: parts.cover },
      { frames: this.#of(...(feature ? ['flow' as const] : ['flow' as const, 'feature' as const])), nodes: parts.flow },
      { frames: feature ? this.#of('feature') : [], nodes: parts.feature },
      { frames: this.#of('back'), nodes: parts.back },
    ];
    const columns = roles.flatMap(({ frames, nodes }) => this.#fill(frames, nodes, host));
    const navy = columns.find(({ frame }) => feature && frame.role === 'feature');
    const numbers = new Map<string, string>();
    for (const { frame, laid, page } of columns)
      for (const { anchors } of placedOn(laid.pages[page] ?? { items: [] }))
        for (const { id } of anchors) numbers.set(id, String(frame.order + 1));
    return {
      tree: this.#tree,
      images: setting.images,
      numbers,
      theme: this.#job.theme,
      columns,
      navyEnd: navy === undefined ? null : endOf(navy.laid, navy.page),
      balanced: this.#balanced,
    };
  }

  #of(...roles: readonly Frame['role'][]): Frame[] {
    return this.#frames.filter(({ role }) => roles.includes(role)).sort((a, b) => a.order - b.order || a.x - b.x);
  }

  /** In the order of reading, which is that of the tree. */
  #set(setting: SetContext): Readonly<Record<'cover' | 'flow' | 'feature' | 'back', readonly LayoutNode[]>> {
    const { body, lang } = this.#document;
    const { root } = this.#tree;
    const [cover, back] = [this.#of('cover')[0], this.#of('back')[0]];
    const room = { width: (cover?.width ?? 0) - 2 * (cover?.inset ?? 0), height: heightOf(cover) };
    const coverNode = setPanelCover(root, setting, room);
    const frame = blankFrame(lang, this.#job.theme);
    const wide = { ...frame, width: back === undefined ? 0 : textWidthOf(back) };
    const last = closingOf(this.#document);
    // What is all of the text does not close it.
    const closing = this.#closes ? (last > 0 ? last : 1) : body.length;
    const sections = body.map((section, index) =>
      setSection(section, 1, root, index < closing ? frame : wide, setting),
    );
    const imprint = setImprint(root, setting, wide);
    const nodes = sections.slice(0, closing).flatMap(flatten);
    const split = nodes.findIndex(({ featured }) => featured === true);
    return {
      cover: [coverNode],
      flow: split === -1 ? nodes : nodes.slice(0, split),
      feature: split === -1 ? [] : nodes.slice(split),
      back: [...sections.slice(closing), ...imprint],
    };
  }

  /** Lays nodes out in columns, in the order of reading; an empty column has no page. */
  #fill(frames: readonly Frame[], nodes: readonly LayoutNode[], host: unknown): Folded['columns'] {
    const [first] = frames;
    if (first === undefined || nodes.length === 0) return [];
    const parted = frames.length > 1 ? this.#part(frames, nodes, host) : null;
    if (parted !== null) return parted;
    if (frames.length > 1) this.#balanced = false;
    // Running text goes on from column to column without being set anew: all are as wide as the narrowest.
    const text = Math.min(...frames.map(textWidthOf));
    const plan = (index: number) => {
      const [left, top, right, bottom] = marginsOf(frames[index] ?? first, text);
      return { size: sizeOf(first), margins: { left, top, right, bottom } };
    };
    const section = { section: { stack: [...nodes] }, pageMargins: marginsOf(first, text) };
    const laid = layOut([section], host, { size: sizeOf(first), plan });
    if (laid.pages.length > frames.length) this.#refuse(laid, frames);
    return frames.flatMap((frame, page) => (page < laid.pages.length ? [{ frame, laid, page }] : []));
  }

  /** Each column with what stands in it whole; null where it does not fit so. The nodes stay as they are. */
  #part(frames: readonly Frame[], nodes: readonly LayoutNode[], host: unknown): Folded['columns'] | null {
    const parted = spread(nodes, frames, host) ?? [];
    const taken = frames.flatMap((frame, index) => {
      const stack = (parted[index] ?? []).map(copyOf);
      return stack.length > 0 ? [{ frame, section: { section: { stack }, pageMargins: marginsOf(frame) } }] : [];
    });
    const [first] = taken;
    if (first === undefined) return null;
    const sections = taken.map(({ section }) => section);
    const laid = layOut(sections, host, { size: sizeOf(first.frame) });
    // Notes may take more room than could be known before they have their places.
    return laid.pages.length > taken.length ? null : taken.map(({ frame }, page) => ({ frame, laid, page }));
  }

  #refuse(laid: LaidOut, frames: readonly Frame[]): void {
    const extra = laid.pages.map((_, page) => page).slice(frames.length);
    const tops = laid.pages.map(({ pageMargins }) => pageMargins.top);
    const over = extra.reduce((sum, page) => sum + endOf(laid, page) - (tops[page] ?? 0), 0);
    const { role } = frames[0] ?? { role: 'flow' };
    const lines = Math.ceil(over / this.#job.theme.styles.body.page.leading);
    const points = Math.round(this.#job.theme.styles.body.page.size * 10) / 10;
    const where = frames.length > 1 ? `the ${frames.length} panels for running text` : `the ${panelNames[role]}`;
    const message = `The text is ${Math.ceil(over / mm)} mm too long for ${where} of the ${this.#fold.name}: about ${lines} lines do not fit, even in type of ${points} points.`;
    const what = role === 'back' ? 'the last section or the imprint' : 'the text that ends here';
    this.#job.report.error('panel-overflow', firstPlace(laid, frames.length) ?? this.#document.at, message, {
      hints: [`Shorten ${what}, or choose ${otherLayout(this.#document)}.`],
    });
  }
}

const panelNames = {
  cover: 'front cover',
  back: 'back cover',
  feature: 'panel that closes the text',
  flow: 'panel',
} as const;

/** Where the text of a page ends, in points from its top. */
function endOf(laid: LaidOut, page: number): number {
  return Math.max(0, ...placedOn(laid.pages[page] ?? { items: [] }).map(({ bottom }) => bottom));
}

function firstPlace(laid: LaidOut, from: number): Place | null {
  for (const { items } of laid.pages.slice(from))
    for (const { type, item } of items) {
      if (type !== 'line') continue;
      for (const { run } of (item as { inlines: LinePiece[] }).inlines) if (run.from !== undefined) return run.from;
    }
  return null;
}
