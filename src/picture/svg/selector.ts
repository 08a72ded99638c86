/** Which elements a selector means (Selectors 4), by the tree as it is written. */
import type { AttributeSelector, CssNode, PseudoClassSelector, Selector, SelectorList } from 'css-tree';
import { type Spot, shown, unsupported } from './flaw.ts';
import type { Node } from './xml.ts';

/** Ids, then classes, attributes and pseudo-classes, then types. */
export type Specificity = readonly [number, number, number];

type Simple = (node: Node) => boolean;
interface Compound {
  readonly simple: readonly Simple[];
  /** How the compound on the left stands to this one. */
  readonly combinator: string;
}

export interface Matcher {
  readonly specificity: Specificity;
  /** The class, id or type that every element has that this can match; null for any element. */
  readonly key: string | null;
  /** @param step is told each comparison */
  matches(node: Node, step: () => void): boolean;
}

export function matcherOf(selector: Selector, spot: Spot): Matcher {
  const compounds: { simple: Simple[]; combinator: string }[] = [{ simple: [], combinator: '' }];
  let [ids, classes, types] = [0, 0, 0];
  let key: string | null = null;
  for (const part of selector.children) {
    const last = compounds.at(-1);
    if (last === undefined) break;
    if (part.type === 'Combinator') {
      if (!/^[ >+~]$/.test(part.name)) throw unknown(part.name, spot);
      compounds.push({ simple: [], combinator: part.name });
      key = null;
      continue;
    }
    const { test, weight } = simpleOf(part, spot);
    last.simple.push(test);
    [ids, classes, types] = [ids + weight[0], classes + weight[1], types + weight[2]];
    if (part.type === 'IdSelector') key = `#${part.name}`;
    else if (part.type === 'ClassSelector') key ??= `.${part.name}`;
    else if (part.type === 'TypeSelector' && part.name !== '*') key ??= part.name;
  }
  const chain = compounds.toReversed();
  return {
    specificity: [ids, classes, types],
    key,
    matches: (node, step) => climbs(node, chain, 0, step),
  };
}

/** From the right: the element itself, then what must stand around or before it. */
function climbs(node: Node, chain: readonly Compound[], from: number, step: () => void): boolean {
  step();
  const compound = chain[from];
  if (compound === undefined || !compound.simple.every((test) => test(node))) return false;
  if (from === chain.length - 1) return true;
  const next = (other: Node): boolean => climbs(other, chain, from + 1, step);
  switch (compound.combinator) {
    case '>':
      return node.parent !== null && next(node.parent);
    case '+': {
      const before = siblingsBefore(node).at(-1);
      return before !== undefined && next(before);
    }
    case '~':
      return siblingsBefore(node).some(next);
    default: {
      for (let around = node.parent; around !== null; around = around.parent) if (next(around)) return true;
      return false;
    }
  }
}

const places = new WeakMap<Node, number>();

function placeOf(node: Node): number {
  const known = places.get(node);
  if (known !== undefined || node.parent === null) return known ?? 0;
  for (const [index, child] of node.parent.children.entries()) places.set(child, index);
  return places.get(node) ?? 0;
}

function siblingsBefore(node: Node): readonly Node[] {
  return node.parent === null ? [] : node.parent.children.slice(0, placeOf(node));
}

interface Weighed {
  readonly test: Simple;
  readonly weight: Specificity;
}

function simpleOf(part: CssNode, spot: Spot): Weighed {
  switch (part.type) {
    case 'TypeSelector':
      if (part.name === '*') return { test: () => true, weight: [0, 0, 0] };
      if (part.name.includes('|')) throw unknown(part.name, spot);
      return { test: ({ name }) => name === part.name, weight: [0, 0, 1] };
    case 'IdSelector':
      return { test: ({ attributes }) => attributes.get('id') === part.name, weight: [1, 0, 0] };
    case 'ClassSelector':
      return { test: (node) => classesOf(node).has(part.name), weight: [0, 1, 0] };
    case 'AttributeSelector':
      return { test: attributeTest(part, spot), weight: [0, 1, 0] };
    case 'PseudoElementSelector':
      return { test: () => false, weight: [0, 0, 1] };
    case 'PseudoClassSelector':
      return pseudo(part, spot);
    default:
      throw unknown(part.type, spot);
  }
}

const classes = new WeakMap<Node, ReadonlySet<string>>();

export function classesOf(node: Node): ReadonlySet<string> {
  const known =
    classes.get(node) ?? new Set((node.attributes.get('class') ?? '').split(/\s+/).filter((name) => name !== ''));
  classes.set(node, known);
  return known;
}

function attributeTest({ name, matcher, value, flags }: AttributeSelector, spot: Spot): Simple {
  if (name.name.includes('|')) throw unknown(`[${name.name}]`, spot);
  const fold = (text: string): string => (/i/i.test(flags ?? '') ? text.toLowerCase() : text);
  const wanted = fold(value === null ? '' : value.type === 'String' ? value.value : value.name);
  const tests: Readonly<Record<string, (found: string) => boolean>> = {
    '=': (found) => found === wanted,
    '~=': (found) => found.split(/\s+/).includes(wanted),
    '|=': (found) => found === wanted || found.startsWith(`${wanted}-`),
    '^=': (found) => wanted !== '' && found.startsWith(wanted),
    '$=': (found) => wanted !== '' && found.endsWith(wanted),
    '*=': (found) => wanted !== '' && found.includes(wanted),
  };
  const test = matcher === null ? () => true : tests[matcher];
  if (test === undefined) throw unknown(`[${name.name}${matcher}]`, spot);
  return ({ attributes }) => {
    const found = attributes.get(name.name);
    return found !== undefined && test(fold(found));
  };
}

/** A picture has no reader who points, clicks or visits. */
const never =
  /^(?:hover|active|focus|focus-visible|focus-within|visited|link|[a-z]+-link|target|checked|disabled|enabled)$/;

function pseudo(part: PseudoClassSelector, spot: Spot): Weighed {
  const name = part.name.toLowerCase();
  const weight: Specificity = [0, 1, 0];
  if (never.test(name)) return { test: () => false, weight };
  const like = (node: Node, ofType: boolean): readonly Node[] =>
    node.parent === null
      ? [node]
      : ofType
        ? node.parent.children.filter((child) => child.name === node.name)
        : node.parent.children;
  const ofType = name.endsWith('-of-type');
  switch (name) {
    case 'root':
      return { test: ({ parent }) => parent === null, weight };
    case 'empty':
      return { test: ({ children, text }) => children.length === 0 && text === '', weight };
    case 'first-child':
    case 'first-of-type':
      return { test: (node) => like(node, ofType)[0] === node, weight };
    case 'last-child':
    case 'last-of-type':
      return { test: (node) => like(node, ofType).at(-1) === node, weight };
    case 'only-child':
    case 'only-of-type':
      return { test: (node) => like(node, ofType).length === 1, weight };
    case 'nth-child':
    case 'nth-last-child':
    case 'nth-of-type':
    case 'nth-last-of-type': {
      const counted = nth(part, spot);
      return {
        test: (node) => {
          const all = like(node, ofType);
          const index = all.indexOf(node);
          return counted(name.startsWith('nth-last') ? all.length - index : index + 1);
        },
        weight,
      };
    }
    case 'not':
    case 'is':
    case 'where': {
      const list = [...(part.children ?? [])].flatMap((child) =>
        child.type === 'SelectorList' ? [...(child as SelectorList).children] : [],
      );
      const inner = list.map((each) => {
        if (each.type !== 'Selector') throw unknown(`:${name}`, spot);
        return matcherOf(each, spot);
      });
      if (inner.length === 0) throw unknown(`:${name}`, spot);
      const some = (node: Node): boolean => inner.some((each) => each.matches(node, () => undefined));
      const heaviest = inner.map(({ specificity }) => specificity).reduce((a, b) => (compare(a, b) >= 0 ? a : b));
      return { test: name === 'not' ? (node) => !some(node) : some, weight: name === 'where' ? [0, 0, 0] : heaviest };
    }
    default:
      throw unknown(`:${name}`, spot);
  }
}

function nth(part: PseudoClassSelector, spot: Spot): (place: number) => boolean {
  const first = [...(part.children ?? [])][0];
  if (first?.type !== 'Nth' || first.selector !== null) throw unknown(`:${part.name}`, spot);
  const { nth: formula } = first;
  const [step, start] =
    formula.type === 'Identifier'
      ? [2, formula.name === 'odd' ? 1 : 0]
      : [Number(formula.a ?? 0), Number(formula.b ?? 0)];
  return (place) => (step === 0 ? place === start : (place - start) % step === 0 && (place - start) / step >= 0);
}

export function compare(a: Specificity, b: Specificity): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

function unknown(what: string, spot: Spot): Error {
  return unsupported(`its style sheet chooses elements by "${shown(what)}", which is not understood`, spot);
}
