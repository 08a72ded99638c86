/** Style sheets and style attributes of a drawing. */
import { type CssNode, parse } from 'css-tree';
import { damaged, type Flaw, type SvgPosition, shown, unsafe, unsupported } from './flaw.ts';
import { declarations } from './properties.ts';
import { compare, type Matcher, matcherOf } from './selector.ts';
import type { SvgElement } from './xml.ts';

export interface Declared {
  readonly name: string;
  readonly value: string;
  readonly important: boolean;
}

export interface CssRule {
  readonly matcher: Matcher;
  readonly declared: readonly Declared[];
}

const sheetHint = 'Export the drawing with presentation attributes or inline styles instead of a style sheet.';

/** Why a rule with an @ cannot be taken. */
const reasons: Readonly<Record<string, string>> = {
  media:
    'its style sheet makes it look different on screens, on paper or in the dark (@media); a document shows one look',
  'font-face': 'its style sheet brings a font of its own (@font-face)',
  keyframes: 'its style sheet moves it (@keyframes)',
};

/** All rules of all `<style>` elements, the weaker before the stronger. */
export function rulesOf(styles: readonly SvgElement[], source: string): readonly CssRule[] {
  const rules = styles.flatMap((style) => rulesIn(style, source));
  return rules.toSorted((a, b) => compare(a.matcher.specificity, b.matcher.specificity));
}

function rulesIn(style: SvgElement, source: string): readonly CssRule[] {
  const type = style.attributes.get('type') ?? '';
  if (type !== '' && type.toLowerCase() !== 'text/css') return [];
  const media = style.attributes.get('media') ?? '';
  if (!/^(?:all)?$/i.test(media.trim()))
    throw unsupported(`its style sheet is for ${shown(media)} only`, style, sheetHint);
  // Where the sheet has entities its text is not in the source as it is; then the element is the place.
  const start = source.indexOf(style.text, style.offset);
  const spotOf = (node: { readonly loc?: CssNode['loc'] }): SvgPosition =>
    start === -1 || !node.loc ? style : { offset: start + node.loc.start.offset };
  const sheet = parse(style.text, {
    context: 'stylesheet',
    positions: true,
    parseValue: false,
    parseCustomProperty: false,
    onParseError: (error) => {
      const { offset } = error as unknown as { offset: number };
      throw damaged(`its style sheet is not CSS: ${error.message}`, start === -1 ? style : { offset: start + offset });
    },
  });
  if (sheet.type !== 'StyleSheet') return [];
  const rules: CssRule[] = [];
  for (const each of sheet.children) {
    if (each.type === 'Comment' || each.type === 'CDO' || each.type === 'CDC') continue;
    if (each.type === 'Atrule') {
      if (each.name.toLowerCase() === 'charset') continue;
      throw atRule(each.name.toLowerCase(), spotOf(each));
    }
    if (each.type !== 'Rule' || each.prelude.type !== 'SelectorList') {
      throw damaged('its style sheet is not CSS', spotOf(each));
    }
    const declared = declaredIn(each.block, spotOf);
    for (const selector of each.prelude.children) {
      if (selector.type === 'Selector') rules.push({ matcher: matcherOf(selector, spotOf(selector)), declared });
    }
  }
  return rules;
}

function atRule(name: string, spot: SvgPosition): Flaw {
  if (name === 'import') return unsafe('its style sheet loads another one (@import)', spot);
  return unsupported(reasons[name] ?? `its style sheet has @${shown(name)}, which is not understood`, spot, sheetHint);
}

type CssBlock = Extract<CssNode, { type: 'Block' | 'DeclarationList' }>;

function declaredIn(block: CssBlock, spotOf: (node: CssNode) => SvgPosition): readonly Declared[] {
  const found: Declared[] = [];
  for (const each of block.children) {
    if (each.type === 'Comment' || (each.type === 'Raw' && /^[\s;]*$/.test(each.value))) continue;
    if (each.type !== 'Declaration')
      throw unsupported('its style sheet has rules within rules', spotOf(each), sheetHint);
    if (each.value.type !== 'Raw') continue;
    for (const [name, value] of declarations(each.property, each.value.value, spotOf(each))) {
      found.push({ name, value, important: each.important !== false });
    }
  }
  return found;
}

/** The declarations of a `style` attribute. */
export function inlineOf(text: string, spot: SvgPosition): readonly Declared[] {
  const list = parse(text, {
    context: 'declarationList',
    parseValue: false,
    parseCustomProperty: false,
    onParseError: (error) => {
      throw damaged(`its style "${shown(text)}" is not CSS: ${error.message}`, spot);
    },
  });
  return list.type === 'DeclarationList' ? declaredIn(list, () => spot) : [];
}
