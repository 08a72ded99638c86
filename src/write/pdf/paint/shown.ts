/** What a side shows where, for those who print or cut over it. Points from the side's top left. */
import type { LinkRectangle } from '../file/links.ts';
import type { StructureElement } from '../tag/structure.ts';
import type { PlacedPart } from '../text/direction.ts';
import type { RunStyle } from '../text/inlines.ts';
import type { LinePiece } from '../text/piece.ts';

/** Words of the title as they were set. */
export interface TitleWords {
  readonly pieces: readonly LinePiece[];
  readonly style: RunStyle;
  readonly x: number;
  readonly baseline: number;
}

/** Words of one run on one line, from where the line begins, and where they are read. */
interface ShownWords extends Omit<TitleWords, 'pieces'> {
  readonly element: StructureElement;
  readonly parts: readonly PlacedPart[];
}

export class ShownParts {
  readonly title: TitleWords[] = [];
  /** Those made of pixels. */
  readonly pictures: LinkRectangle[] = [];
  readonly words: LinkRectangle[] = [];
  /** Where the page that is being painted stands on its side. */
  x = 0;
  /** The width of the page that is turned to stand. */
  readonly #turned: number | null;

  constructor(turned: number | null) {
    this.#turned = turned;
  }

  /** Where an area of the page that is being painted (left, top, right, bottom) is on the side. */
  area([left, top, right, bottom]: LinkRectangle): LinkRectangle {
    const [from, to] = [this.x + left, this.x + right];
    const turned = this.#turned;
    return turned === null ? [from, top, to, bottom] : [top, turned - to, bottom, turned - from];
  }

  /** @param area on the page that is being painted */
  addWords({ element, parts, style, x, baseline }: ShownWords, area: LinkRectangle): void {
    this.words.push(this.area(area));
    if (!isTitle(element)) return;
    for (const { pieces, at } of parts) this.title.push({ pieces, style, x: this.x + x + at, baseline });
  }
}

function isTitle({ type, parent }: StructureElement): boolean {
  return type === 'Title' || (parent !== null && isTitle(parent));
}
