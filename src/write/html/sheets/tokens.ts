/** The theme's tokens as custom properties, and its text styles as rules. */

import { onPage, strongWeight } from '../../../design/place.ts';
import { designParagraph } from '../../../design/words.ts';
import { colorProperty } from '../../../theme/svg.ts';
import { colorOf, type StyleName, styleNames, type Theme } from '../../../theme/theme.ts';
import { fontStack } from '../../xhtml/fonts.ts';
import { slotProperty } from './blocks.ts';
import { tint } from './paints.ts';

/** Dark is for screens: paper stays white. */
export function colorRules(theme: Theme): string {
  const list = (mode: 'light' | 'dark'): string =>
    Object.entries(theme.colors)
      .map(([name, color]) => `${colorProperty(name)}:${color[mode]}`)
      .join(';');
  return `:root{color-scheme:light dark;${list('light')};${fixed(theme)}}
@media screen and (prefers-color-scheme:dark){:root{${list('dark')}}}`;
}

/** Slots stay white in a dark page, so what stands in them keeps its light colours. */
function fixed(theme: Theme): string {
  const names = [...new Set([theme.styles.slot.color, theme.looks.emblems.border.color])];
  return names.map((name) => `${slotProperty(name)}:${colorOf(theme, name).light}`).join(';');
}

/** What each text style of the theme is for. */
const places: Readonly<Partial<Record<StyleName, string>>> = {
  body: 'body',
  title: 'h1',
  h1: 'h2',
  h2: 'h3',
  h3: 'h4',
  h4: 'h5,h6,[role=heading]',
  lead: '[data-look=lead]',
  small: '[data-look=small]',
  caption: 'figcaption',
  byline: '[data-look=byline]',
  // Items have the styles that their lists name.
  'strong-item': '',
  slot: '.slot',
  contents: '.contents li,.toc li',
  'contents-sub': '.contents li li,.toc li li',
  stop: '.counted>a>.number',
  table: '.table table',
  'table-head': 'th',
  note: '.notes li',
  quote: 'blockquote',
  figure: '[data-look=figure]',
  label: '[data-look=label]',
  date: '[data-look=date]',
  event: '[data-look=event]',
  kind: '[data-look=kind]',
};

/** Styles of blocks; the others have their space from the lists and boxes that they stand in. */
const spaced: ReadonlySet<StyleName> = new Set([
  'title',
  'h1',
  'h2',
  'h3',
  'h4',
  'lead',
  'small',
  'caption',
  'byline',
  'kind',
]);

/** The weights that the styles above and strong words are set in. */
export function weightsOf(theme: Theme): ReadonlySet<number> {
  const names = Object.keys(places) as StyleName[];
  return new Set([...names.map((name) => theme.styles[name].screen.weight), strongWeight]);
}

/** Items of lists whose style another look of theirs says: what stands in them by looks of its own has those styles. */
const inOwn: readonly string[] = ['plain', 'dash', 'links', 'figures', 'timeline'];

/**
 * What is in a style by its look: items of lists, and paragraphs by a look of another name; what carries a look as its style is
 * called is in the list above.
 */
function looksIn(style: StyleName, { looks }: Theme): readonly string[] {
  const items = Object.entries({ ...looks.ul, ...looks.ol }).filter(
    ([look, { style: of }]) => of.screen === style && style !== 'body' && !inOwn.includes(look),
  );
  const own = Object.entries(looks.p).filter(([look, { style: of }]) => of === style && look !== style);
  return [...items.map(([look]) => `[data-look=${look}]>li`), ...own.map(([look]) => `p[data-look=${look}]`)];
}

/** Text in a style, in the colour that it has in the flow of a page. */
function textIn(style: StyleName, theme: Theme) {
  return designParagraph({ look: null }, { ...onPage, text: style }, theme);
}

export function typeRules(theme: Theme): string {
  const rules: string[] = [];
  const narrow: string[] = [];
  const listed = Object.keys(places) as StyleName[];
  for (const name of [...listed, ...styleNames.filter((each) => !listed.includes(each))]) {
    const selector = [places[name], ...looksIn(name, theme)].filter(Boolean).join();
    if (selector === '') continue;
    const { screen, family } = theme.styles[name];
    const { color } = textIn(name, theme);
    const { size, leading, weight, tracking, before, after } = screen;
    const face = family === theme.family ? '' : `font-family:${fontStack(theme, family)};`;
    const type = `${face}font-size:${size}rem;line-height:${leading};font-weight:${weight};letter-spacing:${em(tracking)}`;
    const space = spaced.has(name) ? `;margin-block:${before}rem ${after}rem` : '';
    rules.push(`${selector}{${type};color:${tint(color)}${space}}`);
    if (screen.narrow !== size) narrow.push(`${selector}{font-size:${screen.narrow}rem}`);
  }
  const { after } = theme.styles.body.screen;
  return [
    `p,ul,ol,figure,aside{margin-block-end:${after}rem}`,
    ...rules,
    `@media (width < 60rem){${narrow.join('')}}`,
  ].join('\n');
}

function em(length: number): string {
  return length === 0 ? 'normal' : `${length}em`;
}
