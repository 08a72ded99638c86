/** Marked content (ISO 32000-1, 14.6): all that is painted stands in one mark of the structure, or in an artifact. */
import type { Slot, StructureTree } from '../tag/structure.ts';
import type { RunStyle } from '../text/inlines.ts';
import type { ArtifactKind, Canvas } from './canvas.ts';

interface Underline {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly style: RunStyle;
}

export class MarkedContent {
  readonly #canvas: Canvas;
  readonly #tree: StructureTree;
  #pageKey = 0;
  #open: Slot | null = null;
  /** The word whose parts are being said as one, and what the page's parts of such words say. */
  #word: symbol | null = null;
  #words: ReadonlyMap<symbol, string> = new Map();
  readonly #said = new Set<symbol>();
  #underlines: Underline[] = [];

  constructor(canvas: Canvas, tree: StructureTree) {
    this.#canvas = canvas;
    this.#tree = tree;
  }

  /** Begins a page; gives its key in the parent tree. */
  openPage(): number {
    this.#pageKey = this.#tree.addPage();
    return this.#pageKey;
  }

  /** Tells which words are divided on what is painted next, and what each says. */
  openWords(words: ReadonlyMap<symbol, string>): void {
    this.#said.clear();
    this.#words = words;
  }

  /** What is painted next is content of this place of the structure. */
  enter(slot: Slot): void {
    if (this.#open === slot) return;
    this.leave();
    const mcid = this.#tree.mark(slot, this.#canvas.page.dictionary, this.#pageKey);
    this.#canvas.openTagged(slot.element.type, mcid);
    this.#open = slot;
  }

  /** What is painted next is a part of this divided word; null for none. */
  enterWord(word: symbol | null): void {
    if (this.#word === word) return;
    if (this.#word !== null) this.#canvas.close();
    if (word !== null) {
      // The whole word is said where it begins, and its other parts say nothing: a reader's mark around it keeps to one line.
      this.#canvas.openSaid(this.#said.has(word) ? '' : (this.#words.get(word) ?? ''));
      this.#said.add(word);
    }
    this.#word = word;
  }

  /** Ends what is open; the lines under its words are artifacts after it. */
  leave(): void {
    this.enterWord(null);
    if (this.#open !== null) this.#canvas.close();
    this.#open = null;
    const underlines = this.#underlines;
    this.#underlines = [];
    if (underlines.length === 0) return;
    this.artifact('Layout', () => {
      for (const { x, y, width, style } of underlines)
        this.#canvas.path(`M ${x} ${y} H ${x + width}`, {
          stroke: style.color,
          width: Math.max(0.5, style.size * 0.05),
        });
    });
  }

  underline(line: Underline): void {
    this.#underlines.push(line);
  }

  artifact(kind: ArtifactKind, paint: () => void): void {
    this.leave();
    this.#canvas.openArtifact(kind);
    paint();
    this.#canvas.close();
  }
}
