/** Which elements a selector means (Selectors 4), by the tree as it is written. */
import type { AttributeSelector, CssNode, PseudoClassSelector, Selector, SelectorList } from 'css-tree';
import { type SvgPosition, shown, unsupported } from './flaw.ts';
import type { SvgElement } from './xml.ts';

/** Ids, then classes, attributes and pseudo-classes, then types. */
export type Specificity = readonly [number, number, number];

/** Told of each comparison on the way, as in `Matcher`. */
type Simple = (node: SvgElement, step: () => void) => boolean;
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
  matches(node: SvgElement, step: () => void): boolean;
}

export function matcherOf(selector: Selector, spot: SvgPosition): Matcher {
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
function climbs(node: SvgElement, chain: readonly Compound[], from: number, step: () => void): boolean {
  step();
  const compound = chain[from];
  if (compound === undefined || !compound.simple.every((test) => test(node, step))) return false;
  if (from === chain.length - 1) return true;
  const next = (other: SvgElement): boolean => climbs(other, chain, from + 1, step);
  switch (compound.combinator) {
    case '>':
      return node.parent !== null && next(node.parent);
    case '+': {
      const before = node.parent?.children[placeOf(node) - 1];
      return before !== undefined && next(before);
    }
    case '~': {
      for (let place = placeOf(node) - 1; place >= 0; place -= 1) {
        const before = node.parent?.children[place];
        if (before !== undefined && next(before)) return true;
      }
      return false;
    }
    default: {
      for (let around = node.parent; around !== null; around = around.parent) if (next(around)) return true;
      return false;
    }
  }
}

interface Counted {
  readonly place: number;
  readonly placeOfType: number;
  readonly ofType: number;
}

/** Counted once for all siblings: a drawing may have very many of them. */
const counted = new WeakMap<SvgElement, Counted>();

const alone: Counted = { place: 0, placeOfType: 0, ofType: 1 };

function countOf(node: SvgElement): Counted {
  const known = counted.get(node);
  if (known !== undefined) return known;
  const all = node.parent?.children ?? [];
  const ofType = new Map<string, number>();
  const placed = all.map((child, place) => {
    const placeOfType = ofType.get(child.name) ?? 0;
    ofType.set(child.name, placeOfType + 1);
    return { child, place, placeOfType };
  });
  for (const { child, ...place } of placed) counted.set(child, { ...place, ofType: ofType.get(child.name) ?? 1 });
  return counted.get(node) ?? alone;
}

const placeOf = (node: SvgElement): number => countOf(node).place;

/** From 0, and of how many. */
function rankOf(node: SvgElement, byType: boolean): readonly [number, number] {
  const { place, placeOfType, ofType } = countOf(node);
  return byType ? [placeOfType, ofType] : [place, node.parent?.children.length ?? 1];
}

interface Weighed {
  readonly test: Simple;
  readonly weight: Specificity;
}

function simpleOf(part: CssNode, spot: SvgPosition): Weighed {
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

const classes = new WeakMap<SvgElement, ReadonlySet<string>>();

export function classesOf(node: SvgElement): ReadonlySet<string> {
  const known =
    classes.get(node) ?? new Set((node.attributes.get('class') ?? '').split(/\s+/).filter((name) => name !== ''));
  classes.set(node, known);
  return known;
}

function attributeTest({ name, matcher, value, flags }: AttributeSelector, spot: SvgPosition): Simple {
  if (name.name.includes('|')) throw unknown(`[${name.name}]`, spot);
  const fold = (text: string): string => (/i/i.test(flags ?? '') ? text.toLowerCase() : text);
  const expected = fold(value === null ? '' : value.type === 'String' ? value.value : value.name);
  const tests: Readonly<Record<string, (found: string) => boolean>> = {
    '=': (found) => found === expected,
    '~=': (found) => found.split(/\s+/).includes(expected),
    '|=': (found) => found === expected || found.startsWith(`${expected}-`),
    '^=': (found) => expected !== '' && found.startsWith(expected),
    '$=': (found) => expected !== '' && found.endsWith(expected),
    '*=': (found) => expected !== '' && found.includes(expected),
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

function pseudo(part: PseudoClassSelector, spot: SvgPosition): Weighed {
  const name = part.name.toLowerCase();
  const weight: Specificity = [0, 1, 0];
  if (never.test(name)) return { test: () => false, weight };
  const ofType = name.endsWith('-of-type');
  switch (name) {
    case 'root':
      return { test: ({ parent }) => parent === null, weight };
    case 'empty':
      return { test: ({ children, text }) => children.length === 0 && text === '', weight };
    case 'first-child':
    case 'first-of-type':
      return { test: (node) => rankOf(node, ofType)[0] === 0, weight };
    case 'last-child':
    case 'last-of-type':
      return { test: (node) => fromEnd(rankOf(node, ofType)) === 0, weight };
    case 'only-child':
    case 'only-of-type':
      return { test: (node) => rankOf(node, ofType)[1] === 1, weight };
    case 'nth-child':
    case 'nth-last-child':
    case 'nth-of-type':
    case 'nth-last-of-type': {
      const isCounted = nth(part, spot);
      const backward = name.startsWith('nth-last');
      return {
        test: (node) => isCounted(1 + (backward ? fromEnd(rankOf(node, ofType)) : rankOf(node, ofType)[0])),
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
      const some: Simple = (node, step) => inner.some((each) => each.matches(node, step));
      const heaviest = inner.map(({ specificity }) => specificity).reduce((a, b) => (compare(a, b) >= 0 ? a : b));
      return {
        test: name === 'not' ? (node, step) => !some(node, step) : some,
        weight: name === 'where' ? [0, 0, 0] : heaviest,
      };
    }
    default:
      throw unknown(`:${name}`, spot);
  }
}

const fromEnd = ([place, count]: readonly [number, number]): number => count - 1 - place;

function nth(part: PseudoClassSelector, spot: SvgPosition): (place: number) => boolean {
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

function unknown(what: string, spot: SvgPosition): Error {
  return unsupported(`its style sheet chooses elements by "${shown(what)}", which is not understood`, spot);
}
