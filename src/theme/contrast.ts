/** Contrast of colours, computed from the tokens. */
import { wcagContrast } from 'culori';

/** The contrast ratio of two sRGB colours, 1 to 21 (WCAG 2.2, definition of "contrast ratio"). */
export function contrast(a: string, b: string): number {
  return wcagContrast(a, b);
}

/** What WCAG 2.2 asks of text (1.4.3, level AA) and of large text and graphics (1.4.3, 1.4.11). */
export const leastContrast = { text: 4.5, graphics: 3 } as const;
