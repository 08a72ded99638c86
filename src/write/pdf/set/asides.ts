/** Parts beside the flow: callouts, panels, notices. */
import { designOf } from '../../../design/design.ts';
import { type AsideDesign, headingOn } from '../../../design/parts.ts';
import { undivided } from '../../../model/build.ts';
import type { Aside } from '../../../model/document.ts';
import { headingOf, plain } from '../../../model/walk.ts';
import { textArea } from '../../../theme/page-size.ts';
import type { StructureElement } from '../tag/structure.ts';
import type { Backdrop } from '../text/inlines.ts';
import type { LayoutNode } from './node.ts';
import { blankFrame, type Inset, onField, placeOf, type SetContext } from './setting.ts';
import { textWidth } from './terms.ts';

export function setAside(
  aside: Aside,
  level: number,
  parent: StructureElement,
  frame: Inset,
  setting: SetContext,
): LayoutNode {
  const { type } = setting;
  const heading = headingOf(aside);
  const title = aside.label?.value ?? (heading === null ? undefined : undivided(plain(heading)));
  const element = parent.add('Aside', { lang: aside.lang ?? undefined, title });
  const look = designOf(aside, placeOf(frame), setting.job.theme);
  // What has a panel of its own has no other ground; a line beside a bar alone stays what it is.
  if (setting.featured.has(aside) && look.ground !== null)
    return { stack: aside.blocks.map((block) => setting.block(block, level, element, frame)) };
  const { bar, border, padding, before, after, ground } = look;
  const [top, bottom] = [padding.top.page, padding.bottom.page];
  // The bar is beside the room around the words, as on screens.
  const side = padding.side.page + (bar?.width.page ?? 0);
  const box: Backdrop = {
    fill: ground === null ? null : type.color(ground),
    border: border === null ? null : { color: type.color(border.color), width: border.width.page, radius: 0 },
    bar: bar === null ? null : { color: type.color(bar.color), width: bar.width.page },
    padding: { x: side, top, bottom },
    x: 0,
    width: 0,
  };
  const lang = aside.lang ?? frame.lang;
  const kept = (stack: readonly LayoutNode[], width: number) =>
    ({ box, keepTogether: isWhole(stack, width, setting) }) as const;
  const set = (inner: Inset): LayoutNode[] =>
    withIcon(
      aside.blocks.map((block) => setting.block(block, level, element, inner)),
      look,
      setting,
    );
  if (ground === null) {
    const around = { ground: frame.ground, onField: frame.onField };
    const inner: Inset = { ...blankFrame(lang, setting.job.theme), ...around, tight: true };
    const stack = set(inner);
    const whole = kept(stack, textWidth(frame, setting) - side);
    return { stack, margin: [frame.left + side, before, frame.right, after], ...whole };
  }
  const right = look.wide ? 0 : frame.right;
  const width = textWidth({ ...frame, right }, setting) - 2 * side;
  const { roles } = setting.job.theme;
  const reversed = look.words !== null;
  const blank = { ...blankFrame(lang, setting.job.theme), ...(reversed ? onField(roles) : {}) };
  const inner: Inset = { ...blank, ground, width, heading: headingOn(look, 'page'), tight: reversed };
  const stack = set(inner);
  return {
    stack,
    margin: [frame.left + side, before + top, right + side, after + bottom],
    ...kept(stack, width),
  };
}

/** The icon stands before the first words, which stand in beside it. */
function withIcon(
  [first, ...rest]: readonly LayoutNode[],
  { icon: { page: icon }, iconColor }: AsideDesign,
  { type }: SetContext,
): LayoutNode[] {
  if (first === undefined) return [];
  if (icon === 'none' || !('runs' in first)) return [first, ...rest];
  const size = first.runs[0]?.style.size ?? 0;
  const [left, ...margins] = first.margin ?? [0, 0, 0, 0];
  const [radius, room] = [size * 0.55, size * 1.6];
  const shape = { kind: 'icon', icon, color: type.color(iconColor), radius, beside: room - radius } as const;
  return [{ ...first, shape, margin: [left + room, ...margins] }, ...rest];
}

/** In large print what takes half a page may go on in the next. */
function isWhole(stack: readonly LayoutNode[], width: number, { job, heightOf }: SetContext): boolean {
  const { large, page } = job.theme;
  return large === null || heightOf(stack, width) < textArea(page).height * mostWhole;
}

/** Of a page's text area. */
const mostWhole = 0.5;
