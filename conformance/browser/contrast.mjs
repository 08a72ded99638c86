/**
 * Contrast as it is painted: axe computes it from style sheets and gives up where text lies over a drawing. Here the page
 * is photographed without its letters, and each line's colour is held against what is behind it.
 */
import sharp from 'sharp';
import { colouredLines } from './layout.mjs';

/** Only the letters vanish: what else is drawn in `currentColor` stays. */
const withoutLetters = `*, *::before, *::after, *::marker { -webkit-text-fill-color: transparent !important;
  text-decoration-color: transparent !important; text-shadow: none !important }`;

/** A drawing's edge may cross a line's box between its letters; more than this share of the box is behind them. */
const tolerated = 0.05;

/** @typedef {[number, number, number]} Colour each 0 to 255 */

/**
 * Lines with less than WCAG 2.2, 1.4.3 asks: 4.5 : 1, and 3 : 1 for large text.
 *
 * @param {any} page at a device scale of 1
 * @returns {Promise<import('../judges.mjs').Finding[]>}
 */
export async function contrastFaults(page) {
  const lines = await page.evaluate(colouredLines);
  const style = await page.addStyleTag({ content: withoutLetters });
  const picture = await page.screenshot({ fullPage: true, animations: 'disabled' });
  await style.evaluate((/** @type {Element} */ element) => element.remove());
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return lines.flatMap((/** @type {import('./layout.mjs').ColouredLine} */ line) => {
    const least = line.large ? 3 : 4.5;
    const grounds = groundsOf(data, info, line);
    const ratios = grounds.map(({ behind, share }) => ({ share, value: ratio(over(line.colour, behind), behind) }));
    const low = ratios.filter(({ value }) => value < least);
    if (low.reduce((sum, { share }) => sum + share, 0) <= tolerated) return [];
    const worst = Math.min(...low.map(({ value }) => value)).toFixed(2);
    const message = `“${line.text}” has ${worst} : 1 where ${least} : 1 is asked`;
    return [{ rule: 'painted-contrast', message, where: `at ${Math.round(line.left)},${Math.round(line.top)}` }];
  });
}

/**
 * The colours in a box, each with its share of it.
 *
 * @param {Uint8Array} data
 * @param {{ width: number, height: number, channels: number }} info
 * @param {{ left: number, right: number, top: number, bottom: number }} box
 */
function groundsOf(data, { width, height, channels }, { left, right, top, bottom }) {
  /** @type {Map<number, number>} */
  const times = new Map();
  let all = 0;
  for (let y = Math.max(0, Math.ceil(top)); y < Math.min(height, bottom); y += 1) {
    for (let x = Math.max(0, Math.ceil(left)); x < Math.min(width, right); x += 1) {
      const at = (y * width + x) * channels;
      const colour = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
      times.set(colour, (times.get(colour) ?? 0) + 1);
      all += 1;
    }
  }
  return [...times].map(([colour, count]) => ({
    behind: /** @type {Colour} */ ([colour >> 16, (colour >> 8) & 255, colour & 255]),
    share: count / all,
  }));
}

/** @param {readonly [number, number, number, number]} letters with alpha, 0 to 1 @param {Colour} behind @returns {Colour} */
function over([red, green, blue, alpha], behind) {
  const blend = (/** @type {number} */ above, /** @type {number} */ below) => above * alpha + below * (1 - alpha);
  return [blend(red, behind[0]), blend(green, behind[1]), blend(blue, behind[2])];
}

/** WCAG 2.2's contrast ratio. @param {Colour} one @param {Colour} other */
function ratio(one, other) {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {Colour} colour */
function luminance(colour) {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
