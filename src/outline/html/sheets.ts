/** What the style sheets of a page hide: CSS as far as it says `display`, `visibility` and `content-visibility`. */
import { type CssNode, type Declaration, type PseudoClassSelector, parse, type Selector } from 'css-tree';
import { attribute, elementsOf, type HtmlElement, parentOf, textIn } from '../../finished/html/tree.ts';

type Seen = 'hidden' | 'shown';
type Property = 'display' | 'visibility';

interface SheetRule {
  readonly compounds: readonly Compound[];
  readonly specificity: number;
  readonly says: readonly { readonly property: Property; readonly seen: Seen; readonly important: boolean }[];
}

/** One element's part of a selector, from the right; `around`: how the next one stands to it. */
interface Compound {
  readonly tests: readonly ((element: HtmlElement) => boolean)[];
  readonly around: ' ' | '>' | null;
}

/** More comparisons than any page that people made needs; a hostile one costs no more. */
const most = 2_000_000;

export class Sheets {
  /** Style sheets that hide something by what cannot be read here, that stand in another file, or whose comparisons are too many. */
  unread = 0;
  readonly #rules: SheetRule[] = [];
  readonly #known = new Set<string>();
  #left = most;

  constructor(roots: readonly HtmlElement[]) {
    for (const root of roots) this.#collect(root);
  }

  /** Whether style sheets and the element’s own style hide it, or show it openly; null where they say nothing of it. */
  seen(element: HtmlElement): Seen | null {
    const display = this.#winner(element, 'display');
    return display === 'hidden' || this.#winner(element, 'visibility') === 'hidden' ? 'hidden' : display;
  }

  #winner(element: HtmlElement, property: Property): Seen | null {
    let found: { readonly weight: number; readonly seen: Seen } | null = null;
    for (const rule of this.#rules)
      for (const each of rule.says) {
        const weight = rule.specificity + (each.important ? 1e12 : 0);
        if (each.property !== property || weight < (found?.weight ?? 0)) continue;
        if (this.#matches(element, rule.compounds, 0)) found = { weight, seen: each.seen };
      }
    const own = attribute(element, 'style');
    for (const each of own === null ? [] : declaredIn(parsed(own, 'declarationList'))) {
      const weight = each.important ? 1e13 : 1e9;
      if (each.property === property && weight >= (found?.weight ?? 0)) found = { weight, seen: each.seen };
    }
    return found?.seen ?? null;
  }

  #matches(element: HtmlElement, compounds: readonly Compound[], from: number): boolean {
    this.#left -= 1;
    // From here on nothing is known of what is hidden.
    if (this.#left === -1) this.unread += 1;
    const compound = compounds[from];
    if (compound === undefined || this.#left < 0 || !compound.tests.every((test) => test(element))) return false;
    if (compound.around === null) return true;
    for (let around = parentOf(element); around !== null; around = parentOf(around)) {
      if (this.#matches(around, compounds, from + 1)) return true;
      if (compound.around === '>') return false;
    }
    return false;
  }

  #collect(element: HtmlElement): void {
    const media = attribute(element, 'media');
    const applies = media === null || isOfScreens(media);
    if (element.tagName === 'style' && applies) this.#read(textIn(element));
    if (element.tagName === 'link' && applies && /\bstylesheet\b/i.test(attribute(element, 'rel') ?? ''))
      this.unread += 1;
    for (const child of elementsOf(element)) this.#collect(child);
  }

  #read(text: string): void {
    // Each file of a book has the same.
    if (this.#known.has(text)) return;
    this.#known.add(text);
    let isWhole = true;
    const visit = (node: CssNode): void => {
      if (node.type === 'StyleSheet' || node.type === 'Block') node.children.forEach(visit);
      else if (node.type === 'Atrule') {
        const name = node.name.toLowerCase();
        if (name === 'import') isWhole = false;
        const condition = node.prelude?.type === 'Raw' ? node.prelude.value : '';
        if (name === 'layer' || name === 'supports' || (name === 'media' && isOfScreens(condition)))
          node.block?.children.forEach(visit);
      } else if (node.type === 'Rule' && node.prelude.type === 'SelectorList') {
        const says = declaredIn(node.block);
        if (says.length === 0) return;
        for (const selector of node.prelude.children) {
          const rule = selector.type === 'Selector' ? ruleOf(selector) : null;
          if (rule !== null && rule !== 'of no element') this.#rules.push({ ...rule, says });
          else if (rule === null && says.some(({ seen }) => seen === 'hidden')) isWhole = false;
        }
      }
    };
    visit(parsed(text, 'stylesheet'));
    if (!isWhole) this.unread += 1;
  }
}

function parsed(text: string, context: 'stylesheet' | 'declarationList'): CssNode {
  return parse(text, { context, parseValue: false, parseAtrulePrelude: false, parseCustomProperty: false });
}

/** Conditions that hold wherever a page is read; those of width, print and taste do not. */
const isOfScreens = (media: string): boolean =>
  ['', 'all', 'screen', 'only screen', 'only all'].includes(media.trim().toLowerCase());

function declaredIn(block: CssNode): SheetRule['says'] {
  const found: SheetRule['says'][number][] = [];
  const take = ({ property, value, important }: Declaration): void => {
    const words = (value.type === 'Raw' ? value.value : '').trim().toLowerCase();
    const isImportant = important !== false;
    const add = (of: Property, hidden: RegExp) =>
      found.push({ property: of, seen: hidden.test(words) ? 'hidden' : 'shown', important: isImportant });
    if (/^(?:inherit|initial|unset|revert)/.test(words)) return;
    if (property.toLowerCase() === 'display') add('display', /^none$/);
    if (property.toLowerCase() === 'visibility') add('visibility', /^(?:hidden|collapse)$/);
    if (property.toLowerCase() === 'content-visibility') add('visibility', /^hidden$/);
  };
  if ('children' in block && block.children !== null)
    for (const each of block.children) if (each.type === 'Declaration') take(each);
  return found;
}

/** States that a page at rest is not in, and boxes that are no elements. */
const never =
  /^(?:hover|active|focus|focus-visible|focus-within|target|before|after|checked|visited|open|popover-open|modal)$/i;

/** Null for a selector that is not understood here. */
function ruleOf(selector: Selector): Omit<SheetRule, 'says'> | null | 'of no element' {
  const compounds: { tests: ((element: HtmlElement) => boolean)[]; around: Compound['around'] }[] = [
    { tests: [], around: null },
  ];
  let specificity = 0;
  if (selector.children.last?.type === 'PseudoElementSelector') return 'of no element';
  for (const part of selector.children) {
    const last = compounds.at(-1);
    if (last === undefined) return null;
    switch (part.type) {
      case 'Combinator':
        if (part.name !== ' ' && part.name !== '>') return null;
        compounds.push({ tests: [], around: part.name });
        break;
      case 'TypeSelector': {
        const name = part.name.toLowerCase();
        if (name !== '*') last.tests.push(({ tagName }) => tagName === name);
        specificity += name === '*' ? 0 : 1;
        break;
      }
      case 'IdSelector':
        last.tests.push((element) => attribute(element, 'id') === part.name);
        specificity += 1e6;
        break;
      case 'ClassSelector':
        last.tests.push((element) => (attribute(element, 'class') ?? '').split(/\s+/).includes(part.name));
        specificity += 1e3;
        break;
      case 'AttributeSelector': {
        const sought = part.value?.type === 'String' ? part.value.value : (part.value?.name ?? null);
        const compare = comparisons[part.matcher ?? ''];
        if (compare === undefined) return null;
        const name = part.name.name.toLowerCase();
        last.tests.push((element) => {
          const value = attribute(element, name);
          return value !== null && compare(value, sought ?? '');
        });
        specificity += 1e3;
        break;
      }
      case 'PseudoClassSelector':
        if (part.name.toLowerCase() === 'root') last.tests.push(({ tagName }) => tagName === 'html');
        else if (part.name.toLowerCase() === 'not') {
          const test = noneOf(part);
          if (test === null) return null;
          last.tests.push(test);
        } else return never.test(part.name) ? 'of no element' : null;
        specificity += 1e3;
        break;
      default:
        return null;
    }
  }
  // A combinator says how the compound on its left stands to that on its right.
  const chain = compounds.toReversed();
  return { specificity, compounds: chain };
}

/** Whether none of the selectors in `:not()` is of an element; null where one is more than the element’s own. */
function noneOf({ children }: PseudoClassSelector): ((element: HtmlElement) => boolean) | null {
  const [list] = children ?? [];
  if (list?.type !== 'SelectorList') return null;
  const tests: Compound['tests'][] = [];
  for (const selector of list.children) {
    const rule = selector.type === 'Selector' ? ruleOf(selector) : null;
    if (rule === 'of no element') continue;
    if (rule === null || rule.compounds.length !== 1) return null;
    tests.push(rule.compounds[0]?.tests ?? []);
  }
  return (element) => !tests.some((all) => all.every((test) => test(element)));
}

const comparisons: Readonly<Record<string, (value: string, sought: string) => boolean>> = {
  '': () => true,
  '=': (value, sought) => value === sought,
  '~=': (value, sought) => value.split(/\s+/).includes(sought),
  '|=': (value, sought) => value === sought || value.startsWith(`${sought}-`),
  '^=': (value, sought) => sought !== '' && value.startsWith(sought),
  '$=': (value, sought) => sought !== '' && value.endsWith(sought),
  '*=': (value, sought) => sought !== '' && value.includes(sought),
};
