/** Parts beside the flow: callouts, panels, notices. */
import { designOf } from '../../../design/design.ts';
import { headingOn } from '../../../design/parts.ts';
import { undivided } from '../../../model/build.ts';
import type { Aside } from '../../../model/document.ts';
import { headingOf, plain } from '../../../model/walk.ts';
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
  const { bar, padding, before, after, ground } = look;
  const [side, top, bottom] = [padding.side.page, padding.top.page, padding.bottom.page];
  const box: Backdrop = {
    fill: ground === null ? null : type.color(ground),
    border: null,
    bar: bar === null ? null : { color: type.color(bar.color), width: bar.width.page },
    padding: { x: side, top, bottom },
    x: 0,
    width: 0,
  };
  const lang = aside.lang ?? frame.lang;
  const kept = (stack: readonly LayoutNode[], width: number) =>
    ({ box, keepTogether: isWhole(stack, width, setting) }) as const;
  const set = (inner: Inset): LayoutNode[] => aside.blocks.map((block) => setting.block(block, level, element, inner));
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

/** In large print what takes nearly a page may go on in the next. */
function isWhole(stack: readonly LayoutNode[], width: number, { job, heightOf }: SetContext): boolean {
  const { large, page } = job.theme;
  return large === null || heightOf(stack, width) < (page.height - page.top - page.bottom) * mostWhole;
}

/** Of a page's text area. */
const mostWhole = 0.8;
