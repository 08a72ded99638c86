/** A paragraph style before it is written, and the theme's type as Word says it. */
import { type IParagraphStyleOptions, LineRuleType } from 'docx';
import type { StyleName, Theme } from '../../theme/theme.ts';
import { halfPoints, hex, twips } from './units.ts';

export type StyleOptions = Omit<IParagraphStyleOptions, 'id' | 'name'>;
export interface Style extends StyleOptions {
  readonly id: string;
  readonly name: string;
  /** Not one of Word's built-in styles. */
  readonly custom?: true;
  /** Not in the gallery. */
  readonly quiet?: true;
}

/** Other space around a paragraph than the theme's, in points. */
export interface ParagraphSpace {
  readonly before?: number;
  readonly after?: number;
}

/** Lines grow with a picture or a substitute font: "at least", never "exactly". */
export function typeOf(theme: Theme, name: StyleName, space: ParagraphSpace = {}) {
  const { page, color, family } = theme.styles[name];
  return {
    run: {
      size: halfPoints(page.size),
      // Word has one family of four faces: what is heavier than medium is its bold.
      bold: page.weight > 500,
      color: hex(theme, color),
      ...(family === theme.family ? {} : { font: family }),
      ...(page.tracking === 0 ? {} : { characterSpacing: twips(page.tracking) }),
    },
    paragraph: {
      spacing: {
        before: twips(space.before ?? page.before),
        after: twips(space.after ?? page.after),
        line: twips(page.leading),
        lineRule: LineRuleType.AT_LEAST,
      },
    },
  };
}

/** Type that stands `left` points in from the margin. */
export function standing(theme: Theme, name: StyleName, left: number, space: ParagraphSpace = {}) {
  const { run, paragraph } = typeOf(theme, name, space);
  return {
    run,
    paragraph: { ...paragraph, indent: { left: twips(left), right: twips(theme.looks.page.word.textRight) } },
  };
}
