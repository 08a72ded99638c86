/** The type of large print: every style of a theme at 18 points or more, set by UKAAF's and APH's guidelines. Lengths in points. */
import type { PageType, ScreenType, StyleName, TextStyle, Theme } from '../theme/theme.ts';

/** Of all that is read. */
export const leastSize = 18;

/** Size and leading of each style, and the room around it; weight and space make the hierarchy, not sizes. */
const sizes: Readonly<Record<StyleName, readonly [size: number, leading: number, before: number, after: number]>> = {
  title: [36, 50, 0, 14],
  h1: [30, 40, 0, 16],
  h2: [23, 31, 26, 8],
  h3: [20, 28, 18, 5],
  h4: [18, 27, 14, 4],
  lead: [21, 31, 0, 14],
  body: [18, 27, 0, 12],
  small: [18, 27, 0, 8],
  caption: [18, 27, 0, 4],
  byline: [18, 27, 0, 6],
  'strong-item': [18, 27, 0, 0],
  slot: [18, 25, 0, 0],
  running: [18, 25, 0, 0],
  folio: [18, 25, 0, 0],
  contents: [20, 28, 0, 0],
  'contents-sub': [18, 27, 0, 0],
  stop: [18, 25, 0, 0],
  table: [18, 26, 0, 0],
  'table-head': [18, 26, 0, 0],
  note: [18, 27, 0, 6],
  quote: [21, 31, 0, 8],
  figure: [42, 50, 0, 2],
  label: [18, 26, 0, 0],
  date: [18, 26, 0, 0],
  event: [18, 27, 0, 4],
  kind: [20, 28, 0, 8],
};

/** Points in a rem: it is 16 CSS pixels in every window. */
const points = 12;

/** The styles of a theme in large print: no smaller than they are, and none pale. */
export function largeStyles({ styles, roles }: Pick<Theme, 'styles' | 'roles'>): Theme['styles'] {
  const made = Object.entries(styles).map(([name, style]): [string, TextStyle] => {
    const page = largePage(style.page, sizes[name as StyleName]);
    const pale = style.color === roles.quiet || style.color === roles.fieldQuiet;
    // A byline's colour is for the field of a cover.
    const color = !pale ? style.color : name === 'byline' ? roles.fieldText : roles.text;
    return [name, { ...style, page, panel: page, screen: onScreen(page, style.screen), color }];
  });
  return Object.fromEntries(made) as Theme['styles'];
}

function largePage({ size, weight }: PageType, [least, leading, before, after]: (typeof sizes)[StyleName]): PageType {
  const by = Math.max(1, size / least);
  // Letters stand as the font has them: nothing draws them nearer.
  return { size: least * by, leading: leading * by, before, after, weight: Math.max(400, weight), tracking: 0 };
}

/** The same sizes, as windows count them; to a thousandth, upwards. */
function onScreen({ size, leading, weight, before, after }: PageType, own: ScreenType): ScreenType {
  const rem = (length: number) => Math.ceil((length * 1000) / points) / 1000;
  return {
    ...own,
    size: rem(size),
    // Headings of a narrow window are nearer to its text.
    narrow: rem(Math.max(leastSize, size * 0.9)),
    leading: Math.round((leading * 100) / size) / 100,
    weight,
    tracking: 0,
    before: rem(before),
    after: Math.max(own.after, rem(after)),
  };
}
