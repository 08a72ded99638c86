/** The Document to pdfmake's nodes and to the structure tree, in one walk so that neither can say what the other does not. */
import type {
  Aside,
  Block,
  Blocks,
  Document,
  Emblem,
  Emblems,
  Figure,
  Languages,
  List,
  ListItem,
  Paragraph,
  Section,
} from '../../model/document.ts';
import type { StyleName } from '../../theme/theme.ts';
import type { Job } from '../targets.ts';
import { type Box, breakLines, breakRuns, type Marker, type Run, type RunStyle } from './inlines.ts';
import type { Section as LaidSection, Node } from './layout.ts';
import { type ListLook, listLook } from './lists.ts';
import { editionLink, runsOf } from './runs.ts';
import type { Slot, StructureElement, StructureTree } from './structure.ts';
import { mm, Type } from './type.ts';

/** Where blocks stand: how far in from both sides of their container, and on what ground. */
interface Frame {
  readonly left: number;
  readonly right: number;
  readonly lang: string;
  readonly ground: 'paper' | 'sky' | 'deep';
  /** The style of paragraphs that name none. */
  readonly text: StyleName;
  /** Whether the list, not the paragraph, keeps the distance to what follows. */
  readonly tight: boolean;
  /** Whether this is an entry of a list of links. */
  readonly entries: boolean;
}

/** An entry of the bookmarks. */
export interface Bookmark {
  readonly title: string;
  readonly id: string;
  readonly children: Bookmark[];
}

export interface Content {
  readonly sections: LaidSection[];
  /** Picture files by the names that nodes use. */
  readonly images: Record<string, Uint8Array>;
}

const heading = ['H2', 'H3', 'H4', 'H5', 'H6', 'H6'] as const;
const headingStyle = ['h1', 'h2', 'h3', 'h4', 'h4', 'h4'] as const;
/** Text stays this much short of the page's text width: a line of some 60 characters. */
const textRight = 8 * mm;
/** Before a section's heading in the middle of a page, and at its top, where the section opens with the lanes. */
const sectionGap = 30;
const openingGap = 11 * mm;
/** The lanes that close the document stand in the lowest part of its last page. */
export const closingHeight = 24 * mm;
const slotSize = { width: 44 * mm, height: 18 * mm, gap: 6 * mm };

export class ContentBuilder {
  readonly #type: Type;
  readonly #images: Record<string, Uint8Array> = {};
  readonly #document: Document;
  readonly #job: Job;
  readonly #tree: StructureTree;
  /** Whether the last thing was a heading: the next heading then stands close to it. */
  #headed = false;

  constructor(document: Document, job: Job, tree: StructureTree) {
    this.#document = document;
    this.#job = job;
    this.#tree = tree;
    this.#type = new Type(job.theme);
  }

  build(): Content {
    const { page } = this.#job.theme;
    const cover = { section: this.#cover(), pageMargins: [page.left, 16 * mm, page.right, 14 * mm] as const };
    const frame: Frame = {
      left: page.rail,
      right: textRight,
      lang: this.#document.lang,
      ground: 'paper',
      text: 'body',
      tight: false,
      entries: false,
    };
    const body = this.#document.body.map((section) => this.#section(section, 1, this.#tree.root, frame));
    const last = body.pop();
    // The last section and the imprint share a page, so that no imprint stands alone.
    const closing = {
      stack: [...(last === undefined ? [] : [last]), ...this.#imprint({ ...frame, left: 0, right: 0 })],
      keepTogether: true,
    };
    const margins = [page.left, page.top, page.right, page.bottom] as const;
    return {
      sections: [cover, { section: { stack: [...body, closing] }, pageMargins: margins }],
      images: this.#images,
    };
  }

  // ---- cover and imprint ---------------------------------------------------------------------------------------

  #cover(): Node {
    const { before, title, after } = this.#document.cover;
    const element = this.#tree.root.add('Sect', { lang: this.#document.cover.lang ?? undefined });
    const { page } = this.#job.theme;
    const frame: Frame = {
      left: 0,
      right: 0,
      lang: this.#document.lang,
      ground: 'paper',
      text: 'body',
      tight: false,
      entries: false,
    };
    const head = before.map((block) =>
      block.type === 'languages' ? this.#coverLanguages(block, element, frame) : this.#block(block, 1, element, frame),
    );
    const h1 = element.add('H1', { lang: title.lang ?? undefined });
    const titleNode = this.#coverTitle(
      runsOf(title.children, h1, this.#type.style('title'), this.#type, this.#job),
      frame,
    );
    const foot = after.map((block) => this.#block(block, 1, element, { ...frame, ground: 'deep' }));
    const rule = { stack: foot, absolutePosition: { x: page.left, y: page.height - 42 * mm } };
    return { stack: [...head, titleNode, ...(foot.length > 0 ? [rule] : [])] };
  }

  /** The title in the largest size in which it stays clear of the lanes. */
  #coverTitle(runs: readonly Run[], frame: Frame): Node {
    const { page } = this.#job.theme;
    const width = 108 * mm;
    const room = 96 * mm;
    const scaled = [1, 0.85, 0.7, 0.58, 0.48].map((factor) =>
      runs.map((run) => ({ ...run, style: scale(run.style, factor) })),
    );
    const height = (set: readonly Run[]): number =>
      breakLines(breakRuns(set, frame.lang), width).reduce((sum, line) => sum + line.getHeight(), 0);
    const fitting = scaled.find((set) => height(set) <= room) ?? scaled.at(-1) ?? [];
    const margin = [0, 24 * mm, page.width - page.left - page.right - width, 0] as const;
    return { text: '', runs: fitting, lang: frame.lang, margin, anchor: { id: 'cover', level: 0 } };
  }

  #coverLanguages(block: Languages, element: StructureElement, frame: Frame): Node {
    const { page } = this.#job.theme;
    const node = this.#languages(block, element, { ...frame, text: 'small' });
    return {
      ...node,
      margin: [0, 0, 0, 0],
      absolutePosition: { x: page.left, y: 22 * mm },
      alignment: 'right',
    } as Node;
  }

  #imprint(frame: Frame): Node[] {
    const { imprint } = this.#document;
    if (imprint === null) return [];
    const element = this.#tree.root.add('Sect', { lang: imprint.lang ?? undefined });
    const blocks = imprint.blocks.map((block) => this.#block(block, 1, element, { ...frame, text: 'small' }));
    return [{ stack: blocks, margin: [0, 26, 0, 0], keepTogether: true, sink: closingHeight }];
  }

  // ---- blocks ----------------------------------------------------------------------------------------------------

  #block(block: Block, level: number, parent: StructureElement, frame: Frame): Node {
    if (block.type !== 'section') this.#headed = false;
    switch (block.type) {
      case 'section':
        return this.#section(block, level, parent, frame);
      case 'paragraph':
        return this.#paragraph(block, parent, frame);
      case 'list':
        return this.#list(block, level, parent, frame);
      case 'aside':
        return this.#aside(block, level, parent, frame);
      case 'figure':
        return this.#figure(block, parent, frame);
      case 'emblems':
        return this.#emblems(block, parent, frame);
      case 'languages':
        return this.#languages(block, parent, frame);
      default:
        return block satisfies never;
    }
  }

  #blocks(blocks: Blocks, level: number, parent: StructureElement, frame: Frame): Node[] {
    return blocks.map((block) => this.#block(block, level, parent, frame));
  }

  #section(section: Section, level: number, parent: StructureElement, frame: Frame): Node {
    const element = parent.add('Sect', { lang: section.lang ?? undefined });
    const inner = { ...frame, lang: section.lang ?? frame.lang };
    const name = headingStyle[Math.min(level, headingStyle.length) - 1] ?? 'h4';
    const { before, after } = this.#job.theme.styles[name].page;
    const h = element.add(heading[Math.min(level, heading.length) - 1] ?? 'H6');
    const follows = this.#headed;
    this.#headed = true;
    const title: Node = {
      text: '',
      runs: runsOf(section.title, h, this.#type.style(name), this.#type, this.#job),
      lang: inner.lang,
      margin: [frame.left, level === 1 ? sectionGap : follows ? Math.min(before, 4) : before, frame.right, after],
      topMargin: level === 1 ? openingGap : 0,
      keepWithNext: true,
      anchor: { id: section.id.value, level },
    };
    return { stack: [title, ...this.#blocks(section.blocks, level + 1, element, inner)] };
  }

  #paragraph(paragraph: Paragraph, parent: StructureElement, frame: Frame): Node {
    const look = paragraph.look as StyleName | null;
    const name = look !== null && look in this.#job.theme.styles ? look : frame.text;
    const { before, after } = this.#job.theme.styles[name].page;
    const element = parent.add('P', { lang: paragraph.lang ?? undefined });
    const set = runsOf(paragraph.children, element, this.#type.style(name), this.#type, this.#job);
    const runs = frame.entries ? set.map((run) => this.#asEntry(run)) : set;
    return {
      text: '',
      runs: frame.ground === 'deep' ? runs.map((run) => this.#onDeep(run)) : runs,
      lang: paragraph.lang ?? frame.lang,
      margin: [frame.left, frame.tight ? 0 : before, frame.right, frame.tight ? 0 : after],
    };
  }

  /** In a list of links the address is what one looks for. */
  #asEntry(run: Run): Run {
    const entry = this.#type.style('strong-item', { color: 'blue' });
    return run.link === null ? run : { ...run, style: { ...entry, underline: true } };
  }

  /** On the navy field stress is white, the rest pale. */
  #onDeep(run: Run): Run {
    return { ...run, style: this.#type.change(run.style, { color: run.style.face.weight >= 600 ? 'paper' : 'pale' }) };
  }

  #list(list: List, level: number, parent: StructureElement, frame: Frame): Node {
    const look = listLook(list.look, list.ordered);
    const numbering = list.ordered
      ? 'Decimal'
      : look.kind === 'none'
        ? 'None'
        : look.kind === 'dash'
          ? 'Disc'
          : 'Circle';
    const element = parent.add('L', {
      lang: list.lang ?? undefined,
      attributes: [{ O: 'List', ListNumbering: numbering }],
    });
    const rail = look.rail ? { color: this.#type.color('pale'), width: look.stroke } : null;
    const items = list.items.map((item, index) => this.#item(item, index, { list, look, rail, level, element, frame }));
    return {
      stack: items,
      margin: [frame.left, look.before, frame.right, Math.max(0, look.after - look.gap)],
      keepTogether: look.rail,
    };
  }

  #item(
    item: ListItem,
    index: number,
    of: { list: List; look: ListLook; rail: Marker['rail']; level: number; element: StructureElement; frame: Frame },
  ): Node {
    const { list, look, frame } = of;
    const element = of.element.add('LI', { lang: item.lang ?? undefined });
    const marker = look.kind === 'none' ? null : this.#marker(item, index, { ...of, element });
    const text = {
      ...frame,
      left: 0,
      right: 0,
      text: look.text,
      lang: item.lang ?? frame.lang,
      tight: true,
      entries: list.look === 'links',
    };
    const blocks = this.#blocks(item.blocks, of.level, element.add('LBody'), text);
    const node: Node = {
      stack: blocks.map((block, i) => (i === 0 && blocks.length > 1 ? { ...block, keepWithNext: true } : block)),
      margin: [look.indent, 0, 0, look.gap],
    };
    return marker === null ? node : { ...node, marker };
  }

  #marker(
    item: ListItem,
    index: number,
    {
      list,
      look,
      rail,
      element,
      frame,
    }: { list: List; look: ListLook; rail: Marker['rail']; element: StructureElement; frame: Frame },
  ): Marker {
    const focus = item.look === 'focus';
    const label = list.ordered ? `${index + 1}` : look.kind === 'dash' ? '–' : '•';
    const number = this.#type.change(this.#type.style('small'), { weight: 600, color: 'deep' });
    return {
      kind: look.kind === 'number' ? 'number' : look.kind === 'dash' ? 'dash' : focus ? 'disc' : 'ring',
      label,
      slot: element.add('Lbl').slot(),
      color: this.#type.color(focus ? 'clay' : look.color),
      ground: this.#type.color(frame.ground === 'sky' ? 'sky' : 'paper'),
      style: look.kind === 'number' ? number : this.#type.style(look.text),
      radius: (look.diameter - look.stroke) / 2,
      stroke: look.stroke,
      offset: look.indent - look.diameter / 2,
      rail,
    };
  }

  #aside(aside: Aside, level: number, parent: StructureElement, frame: Frame): Node {
    const element = parent.add('Aside', { lang: aside.lang ?? undefined, title: aside.label?.value });
    const callout = aside.look === 'callout';
    const padding = { x: 7 * mm, top: 6 * mm, bottom: 5 * mm };
    const box: Box = {
      fill: this.#type.color(callout ? 'parch' : 'sky'),
      border: null,
      bar: { color: this.#type.color(callout ? 'clay' : 'blue'), width: 1.4 * mm },
      padding,
      minHeight: 0,
      x: 0,
      width: 0,
    };
    const inner: Frame = {
      ...frame,
      left: 0,
      right: 0,
      ground: 'sky',
      text: 'body',
      tight: false,
      entries: false,
      lang: aside.lang ?? frame.lang,
    };
    return {
      stack: this.#blocks(aside.blocks, level, element, inner),
      margin: [frame.left + padding.x, 12 + padding.top, padding.x, 14 + padding.bottom],
      box,
      keepTogether: true,
    };
  }

  #figure(figure: Figure, parent: StructureElement, frame: Frame): Node {
    const group = parent.add('Div', { lang: figure.lang ?? undefined });
    const { picture, alt } = { picture: figure.image.picture.value, alt: figure.image.alt };
    // A picture without words is decoration: it has no place in the tree, and its caption speaks alone.
    const slot = alt === null ? null : group.add('Figure', { alt: alt.value, attributes: [] }).slot();
    const { page } = this.#job.theme;
    const width = page.width - page.left - page.right - (frame.left === page.rail ? 0 : frame.left + frame.right);
    const room = page.height - page.top - page.bottom - 60;
    const scaleBy = Math.min(width / picture.width, room / picture.height);
    const size = { width: picture.width * scaleBy, height: picture.height * scaleBy };
    const margin = [0, 10, 0, 6] as const;
    const node = { ...this.#picture(picture, slot, size), margin, keepWithNext: true } as Node;
    const caption = this.#caption(figure, group, frame);
    return { stack: caption === null ? [node] : [node, caption] };
  }

  #caption(figure: Figure, group: StructureElement, frame: Frame): Node | null {
    if (figure.caption === null && figure.credit === null) return null;
    const element = group.add('Caption');
    const style = this.#type.style('caption');
    const caption = runsOf(
      figure.caption ?? [],
      element,
      this.#type.change(style, { color: 'ink' }),
      this.#type,
      this.#job,
    );
    const credit = runsOf(figure.credit ?? [], element, style, this.#type, this.#job);
    const first = credit[0];
    const space = caption.length > 0 && first !== undefined ? [{ ...first, text: ' ' }] : [];
    return {
      text: '',
      runs: [...caption, ...space, ...credit],
      lang: figure.lang ?? frame.lang,
      margin: [0, 0, 0, 14],
    };
  }

  #picture(
    picture: Figure['image']['picture']['value'],
    slot: Slot | null,
    size: { width: number; height: number },
  ): object {
    if (picture.format === 'svg') return { svg: new TextDecoder().decode(picture.bytes), slot, ...size };
    this.#images[picture.file] = picture.bytes;
    return { image: picture.file, slot, ...size };
  }

  #emblems(emblems: Emblems, parent: StructureElement, frame: Frame): Node {
    const columns = emblems.items.map((emblem) => this.#emblem(emblem, parent, frame));
    return { columns, columnGap: slotSize.gap, margin: [frame.left, 0, 0, 14] };
  }

  #emblem(emblem: Emblem, parent: StructureElement, frame: Frame): Node {
    const picture = emblem.picture?.value ?? null;
    if (picture !== null) {
      const slot = parent.add('Figure', { alt: emblem.name.value, lang: emblem.lang ?? undefined }).slot();
      const scaleBy = Math.min(slotSize.width / picture.width, slotSize.height / picture.height);
      const size = { width: picture.width * scaleBy, height: picture.height * scaleBy };
      return this.#picture(picture, slot, size) as Node;
    }
    const style = this.#type.style('slot');
    const element = parent.add('P', { lang: emblem.lang ?? undefined });
    const run: Run = { text: emblem.name.value, style, slot: element.slot(), link: null, lineEnd: false };
    const border = { color: this.#type.color('line'), width: 0.35 * mm, radius: 1.2 * mm };
    const inner = slotSize.width - 4 * mm;
    const text = breakLines(breakRuns([run], frame.lang), inner).length * style.leading;
    const space = Math.max(2, (slotSize.height - text) / 2);
    return {
      stack: [{ text: '', runs: [run], lang: emblem.lang ?? frame.lang, alignment: 'center' }],
      width: slotSize.width,
      margin: [2 * mm, space, 2 * mm, space],
      box: {
        fill: this.#type.color('paper'),
        border,
        bar: null,
        padding: { x: 2 * mm, top: space, bottom: space },
        minHeight: 0,
        x: 0,
        width: 0,
      },
    };
  }

  #languages(block: Languages, parent: StructureElement, frame: Frame): Node {
    const element = parent.add('P', { lang: block.lang ?? undefined });
    const style = this.#type.style('small', { color: 'muted' });
    const runs = block.editions.flatMap((edition, index): Run[] => {
      const between = index === 0 ? [] : [{ text: ' | ', style, slot: element.slot(), link: null, lineEnd: false }];
      if (edition.lang === this.#document.lang) {
        const current = this.#type.change(style, { weight: 600, color: 'deep' });
        const slot = element.add('Span', { lang: edition.lang }).slot();
        return [...between, { text: edition.name, style: current, slot, link: null, lineEnd: false }];
      }
      const slot = element.add('Link', { lang: edition.lang }).slot();
      const linked = { ...this.#type.change(style, { color: 'blue' }), underline: true };
      return [
        ...between,
        {
          text: edition.name,
          style: linked,
          slot,
          link: editionLink(this.#job, edition.lang, edition.name),
          lineEnd: false,
        },
      ];
    });
    return { text: '', runs, lang: frame.lang, margin: [frame.left, 0, frame.right, 8] };
  }
}

function scale(style: RunStyle, factor: number): RunStyle {
  return { ...style, size: style.size * factor, leading: style.leading * factor, tracking: style.tracking * factor };
}
