/** What is drawn around the text once it is laid out: grounds, rails, page furniture and the lanes. All of it is decoration. */
import type { PageItems } from 'pdfmake/js/LayoutBuilder.js';
import type { Drawing } from '../../../theme/lanes.ts';
import type { Anchor, Backdrop, PlacedMarker, Rail } from '../text/inlines.ts';
import { bottomOf } from '../text/line.ts';

/** A thing on a page that layout has placed. Lengths in points from the page's top left. */
export interface PlacedOrnament {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly markers: readonly PlacedMarker[];
  readonly boxes: readonly Backdrop[];
  readonly anchors: readonly Anchor[];
}

interface ItemExtras {
  readonly x: number;
  readonly y: number;
  readonly markers?: PlacedMarker[];
  readonly boxes?: Backdrop[];
  readonly anchors?: Anchor[];
}

/** All things of a page in the order of layout. */
export function placedOn(page: Pick<PageItems, 'items'>): PlacedOrnament[] {
  return page.items.map((each) => {
    const extras = each.item as ItemExtras;
    return {
      x: extras.x,
      top: extras.y,
      bottom: bottomOf(each),
      markers: extras.markers ?? [],
      boxes: extras.boxes ?? [],
      anchors: extras.anchors ?? [],
    };
  });
}

export interface Ground {
  readonly box: Backdrop;
  readonly top: number;
  readonly bottom: number;
}

/** The grounds of a page, outer before inner: each reaches over all things of its node that stand on the page. */
export function grounds(placed: readonly PlacedOrnament[]): Ground[] {
  const extents = new Map<Backdrop, { top: number; bottom: number }>();
  for (const thing of placed) {
    for (const box of thing.boxes) {
      const extent = extents.get(box) ?? { top: thing.top, bottom: thing.bottom };
      extents.set(box, { top: Math.min(extent.top, thing.top), bottom: Math.max(extent.bottom, thing.bottom) });
    }
  }
  return [...extents].map(([box, { top, bottom }]) => ({
    box,
    top: top - box.padding.top,
    bottom: bottom + box.padding.bottom,
  }));
}

export interface RailSpan {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly color: string;
  readonly width: number;
}

/** The rails between the marks of each list; a list that goes on over a page keeps its rail to the foot and from the head. */
export function rails(
  pages: readonly (readonly PlacedOrnament[])[],
  body: { top: number; bottom: number },
): RailSpan[][] {
  const spans: RailSpan[][] = pages.map(() => []);
  const last = new Map<Rail, { page: number; x: number; y: number }>();
  pages.forEach((placed, page) => {
    for (const thing of placed) {
      for (const { marker, x } of thing.markers) {
        if (marker.rail === null) continue;
        const y = (thing.top + thing.bottom) / 2;
        const { color, width } = marker.rail;
        const before = last.get(marker.rail);
        if (before?.page === page) spans[page]?.push({ x, from: before.y, to: y, color, width });
        else if (before !== undefined) {
          spans[before.page]?.push({ x: before.x, from: before.y, to: body.bottom, color, width });
          spans[page]?.push({ x, from: body.top, to: y, color, width });
        }
        last.set(marker.rail, { page, x, y });
      }
    }
  });
  return spans;
}

/** A circle as a path of two arcs. */
export function circle(x: number, y: number, radius: number): string {
  return `M ${x - radius} ${y} A ${radius} ${radius} 0 1 1 ${x + radius} ${y} A ${radius} ${radius} 0 1 1 ${x - radius} ${y} Z`;
}

/** A rectangle with round corners. */
export function roundedRectangle(x: number, y: number, width: number, height: number, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2);
  if (r === 0) return `M ${x} ${y} H ${x + width} V ${y + height} H ${x} Z`;
  return `M ${x + r} ${y} H ${x + width - r} A ${r} ${r} 0 0 1 ${x + width} ${y + r} V ${y + height - r} A ${r} ${r} 0 0 1 ${x + width - r} ${y + height} H ${x + r} A ${r} ${r} 0 0 1 ${x} ${y + height - r} V ${y + r} A ${r} ${r} 0 0 1 ${x + r} ${y} Z`;
}

export interface Art {
  readonly drawing: Drawing;
  readonly x: number;
  readonly y: number;
}
