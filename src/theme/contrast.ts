/** Contrast of colours, computed from the tokens. */
import { wcagContrast } from 'culori';

/** The contrast ratio of two sRGB colours, 1 to 21 (WCAG 2.2, definition of "contrast ratio"). */
export function contrast(a: string, b: string): number {
  return wcagContrast(a, b);
}
