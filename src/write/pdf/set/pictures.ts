/** Figures, and emblems with or without a picture. */
import { designOf } from '../../../design/design.ts';
import type { FigureDesign } from '../../../design/parts.ts';
import type { Emblem, Emblems, Figure, Sourced } from '../../../model/document.ts';
import { shown } from '../../../model/nodes.ts';
import { type Picture, pictureName } from '../../../model/picture.ts';
import { recoloured } from '../../../picture/qr.ts';
import { colorOf } from '../../../theme/theme.ts';
import type { Slot, StructureElement } from '../tag/structure.ts';
import { type Backdrop, breakRuns, type StyledRun } from '../text/inlines.ts';
import { breakLines } from '../text/lines.ts';
import { chartHeight } from './charts.ts';
import { evenGrid, plainRow } from './grid.ts';
import type { LayoutNode } from './node.ts';
import { runsOf } from './runs.ts';
import { type Inset, placeOf, type SetContext, styleOf } from './setting.ts';
import { textWidth } from './terms.ts';

/** The part of a code that is its quiet zone, by which it stands out of the text's left edge. */
const quietPart = 4 / 34;

export function setFigure(figure: Figure, parent: StructureElement, frame: Inset, setting: SetContext): LayoutNode {
  // A Sect of its own, not a Caption inside the Figure: readers that speak an alternative text skip what is under it; and the
  // caption must be its parent's first or last child (ISO 14289-2, 8.2.5.27), where Div and Part count as no parent.
  const { alt } = figure.image;
  const { number, caption: words, credit, id } = figure;
  // Nothing of it is said, where a decoration stands alone.
  const silent = alt === null && number === null && words === null && credit === null && id === null;
  const group = silent ? parent : parent.add('Sect', { lang: figure.lang ?? undefined });
  const picture = inkedCode(figure, setting);
  // A picture without words is decoration: it has no place in the tree, and its caption speaks alone.
  const slot = alt === null ? null : group.add('Figure', { alt: alt.value, lang: alt.lang }).slot();
  const { page, looks } = setting.job.theme;
  const design = designOf(figure, placeOf(frame), setting.job.theme);
  const { before, after } = design;
  // In the text column a figure takes the full width of the page's text, rail and all.
  const inColumn = frame.left === page.rail;
  const { placing } = design;
  const width = design.code
    ? setting.form.code
    : placing !== null
      ? pictureWidth(placing, frame, setting)
      : textWidth(inColumn ? { ...frame, left: 0, right: 0 } : frame, setting);
  const room = { width, height: chartHeight(setting.job.theme) - looks.paged.caption.least };
  const set = setPicture(picture, slot, room, setting);
  const caption = setFigureCaption(figure, group, design, frame, setting);
  const node = {
    ...set,
    margin: [0, before.page, 0, after.page] as const,
    topMargin: 0,
    keepWithNext: caption !== null,
  };
  const description = setDescription(figure, parent, frame, setting);
  const stack: LayoutNode = { stack: [...withCaption(node, caption, design, frame, setting), ...description] };
  if (figure.id === null) return stack;
  setting.tree.targets.set(figure.id.value, group);
  return { ...stack, anchor: { id: figure.id.value, level: 0 } };
}

/** Small modules in several inks would blur where the plates do not meet: on paper a code is black, unless the theme says otherwise. */
function inkedCode({ image: { picture }, look }: Figure, { paper, job: { theme } }: SetContext): Sourced<Picture> {
  if (look !== 'qr' || paper === null) return picture;
  const { code } = theme.print;
  return { ...picture, value: recoloured(picture.value, code === null ? null : colorOf(theme, code).light) };
}

function setDescription(
  { description, lang }: Figure,
  parent: StructureElement,
  frame: Inset,
  setting: SetContext,
): LayoutNode[] {
  if (description === null) return [];
  const element = lang === null ? parent : parent.add('Sect', { lang });
  return description.map((block) => setting.block(block, 1, element, { ...frame, lang: lang ?? frame.lang }));
}

function withCaption(
  picture: LayoutNode,
  caption: LayoutNode | null,
  design: FigureDesign,
  frame: Inset,
  setting: SetContext,
): LayoutNode[] {
  const { code, placing } = design;
  if (caption === null) return [picture];
  if (code) return [besideCode(picture, caption, design, frame, setting)];
  return placing === null ? [picture, caption] : [abreast(picture, caption, design, placing, frame, setting)];
}

type PicturePlacing = NonNullable<FigureDesign['placing']>;

function pictureWidth({ share, gap }: PicturePlacing, frame: Inset, setting: SetContext): number {
  return (textWidth(frame, setting) - gap.page) * share;
}

/** A picture at a side of the text's column, with its caption in the rest. It is read first wherever it stands. */
function abreast(
  picture: LayoutNode,
  caption: LayoutNode,
  { before }: FigureDesign,
  placing: PicturePlacing,
  frame: Inset,
  setting: SetContext,
): LayoutNode {
  const own = pictureWidth(placing, frame, setting);
  const rest = textWidth(frame, setting) - placing.gap.page - own;
  const isRight = placing.side === 'right';
  const cells = [0, 1].map((child) => ({ child, column: isRight ? 1 - child : child, columnSpan: 1, rowSpan: 1 }));
  const widths = isRight ? [rest, own] : [own, rest];
  const grid = { widths, gap: placing.gap.page, rows: [{ ...plainRow, cells }], headRows: 0, inOrder: true };
  const stack: LayoutNode[] = [
    { ...picture, keepWithNext: false, margin: [0, 0, 0, 0] },
    { ...caption, margin: [0, 0, 0, 0] },
  ];
  return {
    stack,
    grid,
    margin: [frame.left, before.page, frame.right, setting.job.theme.looks.paged.caption.picture],
    keepTogether: true,
  };
}

/** A QR code with its address in words beside it. */
function besideCode(
  picture: LayoutNode,
  caption: LayoutNode,
  { before, after }: FigureDesign,
  frame: Inset,
  setting: SetContext,
): LayoutNode {
  const { code } = setting.form;
  const { beside, above } = setting.job.theme.looks.paged.code;
  const quiet = code * quietPart;
  const width = textWidth(frame, setting) + quiet - code;
  const cells = [0, 1].map((column) => ({ child: column, column, columnSpan: 1, rowSpan: 1 }));
  const grid = { widths: [code, width], gap: 0, rows: [{ ...plainRow, cells }], headRows: 0 };
  const stack: LayoutNode[] = [
    { ...picture, keepWithNext: false, margin: [0, 0, 0, 0] },
    { ...caption, margin: [beside, above, 0, 0] },
  ];
  return { stack, grid, margin: [frame.left - quiet, before.page, 0, after.page] };
}

function setFigureCaption(
  figure: Figure,
  group: StructureElement,
  design: FigureDesign,
  frame: Inset,
  setting: SetContext,
): LayoutNode | null {
  if (figure.caption === null && figure.credit === null && figure.number === null) return null;
  const element = group.add('Caption');
  const { type } = setting;
  const number: StyledRun[] =
    figure.number === null
      ? []
      : [
          {
            text: `${figure.number}. `,
            style: styleOf(design.number, type),
            slot: element.slot(`${figure.number}.`),
            link: null,
            lineEnd: false,
          },
        ];
  const caption = runsOf(figure.caption ?? [], element, styleOf(design.words, type), setting);
  const credit = runsOf(figure.credit ?? [], element, styleOf(design.credit, type), setting);
  const first = credit[0];
  const space = caption.length > 0 && first !== undefined ? [{ ...first, text: ' ' }] : [];
  return {
    text: '',
    runs: [...number, ...caption, ...space, ...credit],
    lang: figure.lang ?? frame.lang,
    margin: [0, 0, 0, setting.job.theme.looks.paged.caption.picture],
  };
}

/** A picture as large as `room` allows, in its own proportions. */
function setPicture(
  source: Sourced<Picture>,
  slot: Slot | null,
  room: { width: number; height: number },
  setting: SetContext,
): LayoutNode {
  const picture = source.value;
  const scale = Math.min(room.width / picture.width, room.height / picture.height);
  const size = { slot, width: picture.width * scale, height: picture.height * scale };
  if (picture.format === 'svg') return { svg: withNamedRasters(picture, setting), picture: source, ...size };
  const name = pictureName(picture);
  setting.images[name] = picture.bytes;
  return { image: name, picture: source, ...size };
}

/**
 * A drawing whose own pictures are named and kept with all others, so that they go to the press as those do. What masks are made
 * of, which is written before the rest, stays: it is light, not colour.
 */
function withNamedRasters({ bytes, file }: Picture, setting: SetContext): string {
  const markup = new TextDecoder().decode(bytes);
  const [masks = '', shown] = markup.split('</defs>');
  let count = 0;
  const named = (shown ?? masks).replace(/xlink:href="data:image\/\w+;base64,([^"]*)"/g, (_, base64: string) => {
    const name = `${file}#${count}`;
    count += 1;
    setting.images[name] = new Uint8Array(Buffer.from(base64, 'base64'));
    return `xlink:href="${name.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')}"`;
  });
  return shown === undefined ? named : `${masks}</defs>${named}`;
}

export function setEmblems(emblems: Emblems, parent: StructureElement, frame: Inset, setting: SetContext): LayoutNode {
  const inner = { ...frame, lang: emblems.lang ?? frame.lang };
  const emblemRoom = setting.form.emblem;
  const stack = emblems.items.map((emblem) =>
    setEmblem({ ...emblem, lang: emblem.lang ?? emblems.lang }, parent, inner, setting),
  );
  const { emblems: around } = setting.job.theme.looks.paged;
  const gap = designOf(emblems, placeOf(frame), setting.job.theme).gap.page;
  const room = textWidth(frame, setting);
  const across = Math.max(1, Math.floor((room + gap + 0.01) / (emblemRoom.width + gap)));
  const grid = evenGrid(stack.length, across, emblemRoom.width, gap);
  const rowed: LayoutNode[] = stack.map((emblem, index) => ({
    stack: [emblem],
    margin: [0, index < across ? 0 : around.between, 0, 0],
  }));
  return { stack: rowed, grid, margin: [frame.left, 0, frame.right, around.after] };
}

function setEmblem(emblem: Emblem, parent: StructureElement, frame: Inset, setting: SetContext): LayoutNode {
  const emblemRoom = setting.form.emblem;
  const lang = emblem.lang ?? undefined;
  if (emblem.picture !== null) {
    const slot = parent.add('Figure', { alt: emblem.name.value, lang }).slot();
    return setPicture(emblem.picture, slot, emblemRoom, setting);
  }
  const { type } = setting;
  const style = type.style('slot');
  const runs = runsOf(shown(emblem.name), parent.add('P', { lang }), style, setting);
  const { side, border: line, ground } = type.theme.looks.emblems;
  const lines = breakLines(breakRuns(runs, lang ?? frame.lang), emblemRoom.width - 2 * side);
  const above = Math.max(2, (emblemRoom.height - lines.length * style.leading) / 2);
  const border = { color: type.color(line.color), width: line.width.page, radius: line.radius.page };
  const padding = { x: side, top: above, bottom: above };
  const box: Backdrop = { fill: type.color(ground), border, bar: null, padding, x: 0, width: 0 };
  return {
    stack: [{ text: '', runs, lang: lang ?? frame.lang, alignment: 'center' }],
    margin: [side, above, side, above],
    box,
  };
}
