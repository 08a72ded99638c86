/** Where pages may part a list. */
import type { List, ListItem } from '../../../model/document.ts';
import { descend, inlinesOf, plain } from '../../../model/walk.ts';

/** What it costs that a page begins with an item: least where others are on both sides, most where a short one is alone. */
const ofItem = 10;
const ofLoneItem = 150;
/** In large print, where an item fills lines in any case. */
const ofLoneLarge = 200;
/** Letters of an item that fills lines enough to stand alone. */
const longItem = 250;

/** For the plan of pages (`lay/plan.ts`). */
export function partingBefore({ items }: List, index: number, large: boolean): number {
  if (index === 0) return 0;
  if (large) return index === 1 || index === items.length - 1 ? ofLoneLarge : 0;
  const lone = [index === 1 ? items[0] : undefined, index === items.length - 1 ? items[index] : undefined];
  return lone.some((item) => item !== undefined && lengthOf(item) < longItem) ? ofLoneItem : ofItem;
}

function lengthOf({ blocks }: ListItem): number {
  return descend(blocks).reduce((sum, block) => sum + plain(inlinesOf(block)).length, 0);
}
