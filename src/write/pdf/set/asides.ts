/** Parts beside the flow: callouts, panels, notices. */
import { undivided } from '../../../model/build.ts';
import type { Aside } from '../../../model/document.ts';
import { headingOf, plain } from '../../../model/walk.ts';
import type { StructureElement } from '../tag/structure.ts';
import type { Box } from '../text/inlines.ts';
import { mm } from '../text/type.ts';
import type { Node } from './node.ts';
import { blankFrame, type Frame, type Setting } from './setting.ts';
import { textWidth } from './terms.ts';

export function setAside(aside: Aside, level: number, parent: StructureElement, frame: Frame, setting: Setting): Node {
  const { type } = setting;
  const heading = headingOf(aside);
  const title = aside.label?.value ?? (heading === null ? undefined : undivided(plain(heading)));
  const element = parent.add('Aside', { lang: aside.lang ?? undefined, title });
  if (aside.look === 'notice') return setNotice(aside, level, element, frame, setting);
  // It has a panel of its own, and no other ground.
  if (setting.featured.has(aside))
    return { stack: aside.blocks.map((block) => setting.block(block, level, element, frame)) };
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
  const width = textWidth({ ...frame, right: 0 }, setting) - 2 * padding.x;
  const inner: Frame = { ...blankFrame(lang), ground: callout ? 'parch' : 'sky', width };
  return {
    stack: aside.blocks.map((block) => setting.block(block, level, element, inner)),
    margin: [frame.left + padding.x, 12 + padding.top, padding.x, 14 + padding.bottom],
    box,
    keepTogether: true,
  };
}

/** A line that must not be overlooked, beside a bar: on a cover, that figures are illustrative. */
function setNotice(aside: Aside, level: number, element: StructureElement, frame: Frame, setting: Setting): Node {
  const { type } = setting;
  const onField = frame.ground === 'field';
  const inset = 5 * mm;
  const box: Box = {
    fill: null,
    border: null,
    bar: { color: type.color(onField ? 'clayL' : 'clay'), width: 1 * mm },
    padding: { x: inset, top: 3, bottom: 3 },
    x: 0,
    width: 0,
  };
  const inner: Frame = { ...blankFrame(aside.lang ?? frame.lang), ground: frame.ground, tight: true };
  return {
    stack: aside.blocks.map((block) => setting.block(block, level, element, inner)),
    margin: [frame.left + inset, 6, frame.right, 16],
    box,
    keepTogether: true,
  };
}
