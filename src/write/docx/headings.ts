/** Numbered headings: Word's own multilevel numbering, linked to the heading styles; annexes have lists of their own. */
import { AlignmentType, BorderStyle, type IBordersOptions, type ILevelsOptions, LevelFormat, LevelSuffix } from 'docx';
import { onPage } from '../../design/place.ts';
import { designSection } from '../../design/words.ts';
import type { Words } from '../../model/document.ts';
import type { Opening } from '../../theme/looks.ts';
import type { Theme } from '../../theme/theme.ts';
import { halfPoints, hex, twips } from './units.ts';

/** The definition that the heading styles are linked to. */
export const headingList = 'Headings';

/** For headings without a number where the styles count: validators miss a definition for Word's own way, the number 0. */
const unnumberedList = 'Unnumbered';

const levels = 9;

export interface HeadingNumber {
  readonly reference: string;
  readonly level: number;
}

/** Follows Word's counting. What Word would number otherwise than the document says has to be said as text. */
export class HeadingNumbers {
  readonly #counts = new Map<string, readonly number[]>();
  /** The letter of each annex that has a list of its own, by the list's name. */
  readonly #letters = new Map<string, string>();
  #plain = false;

  /** The numbering of a heading at a depth from 1; null where Word can't count so. */
  take(number: string, depth: number): HeadingNumber | null {
    const [first = '', ...rest] = number.split('.');
    const latin = /^[A-Z]$/.test(first);
    const decimal = /^\d+$/.test(first);
    const reference = decimal ? headingList : latin ? 'Annexes' : `Annex-${first}`;
    const level = depth - 1;
    if (rest.length !== level || level >= levels) return null;
    const before = this.#counts.get(reference) ?? [];
    const counts = [...Array.from({ length: level }, (_, i) => before[i] ?? 0), (before[level] ?? 0) + 1];
    const [own = 0, ...inner] = counts;
    const counted = [decimal ? String(own) : latin ? String.fromCharCode(64 + own) : own === 1 ? first : '', ...inner];
    if (counted.join('.') !== number) return null;
    this.#counts.set(reference, counts);
    if (!decimal && !latin) this.#letters.set(reference, first);
    return { reference, level };
  }

  /** For a heading without a number in a document where others have one. */
  none(depth: number): HeadingNumber {
    this.#plain = true;
    return { reference: unnumberedList, level: Math.min(depth, levels) - 1 };
  }

  /** The definitions in use. */
  configs(theme: Theme): { readonly reference: string; readonly levels: ILevelsOptions[] }[] {
    const unnumbered = { reference: unnumberedList, levels: blankLevels(theme) };
    const lists = [...this.#counts.keys()].map((reference) => ({
      reference,
      levels: Array.from({ length: levels }, (_, level) =>
        levelOf(theme, reference, this.#letters.get(reference), level),
      ),
    }));
    return this.#plain ? [...lists, unnumbered] : lists;
  }

  get counted(): boolean {
    return this.#counts.has(headingList);
  }
}

function blankLevels(theme: Theme): ILevelsOptions[] {
  return Array.from({ length: levels }, (_, level) => ({
    level,
    format: LevelFormat.NONE,
    text: '',
    alignment: AlignmentType.LEFT,
    suffix: LevelSuffix.NOTHING,
    style: { paragraph: { indent: { left: twips(theme.page.rail), hanging: 0 } } },
  }));
}

/** The first level stands on the rail, in the middle of its ring; the others stand before their words. */
function levelOf(theme: Theme, reference: string, letter: string | undefined, level: number): ILevelsOptions {
  const { rail } = theme.page;
  const { number: design } = designSection(
    { look: null, number: '1' as Words },
    { ...onPage, level: level + 1 },
    theme,
  );
  const ring = level === 0 ? (design?.ring ?? null) : null;
  const diameter = ring?.diameter.word ?? 0;
  const onRail = ring !== null && rail > diameter;
  const numbers = Array.from({ length: level + 1 }, (_, i) => `%${i + 1}`);
  const text = (letter === undefined ? numbers : [letter, ...numbers.slice(1)]).join('.');
  return {
    level,
    format: level === 0 && reference === 'Annexes' ? LevelFormat.UPPER_LETTER : LevelFormat.DECIMAL,
    text,
    alignment: onRail ? AlignmentType.CENTER : AlignmentType.LEFT,
    suffix: onRail ? LevelSuffix.TAB : LevelSuffix.SPACE,
    style: {
      ...(reference === headingList ? { style: `Heading${level + 1}` } : {}),
      paragraph: { indent: { left: twips(rail), hanging: twips(onRail ? rail - diameter / 2 : 0) } },
      run: {
        font: level === 0 ? theme.styles.h1.family : theme.family,
        ...(onRail ? { size: halfPoints(ring.number) } : design === null ? {} : { color: hex(theme, design.color) }),
        ...(design?.weight == null ? {} : { bold: design.weight > 500 }),
      },
    },
  };
}

/** The rule that a section begins under; Word has no bar on its start. */
export function ruledAbove({ rule, room }: Opening, theme: Theme): IBordersOptions {
  const size = Math.round(rule.width.word * 8);
  return { top: { style: BorderStyle.SINGLE, size, color: hex(theme, rule.color), space: Math.min(31, room.word) } };
}
