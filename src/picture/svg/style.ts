/** The style of each element: what is declared for it, in the order of the cascade, and what it inherits (CSS Cascade 4). */
import type { Budget } from './budget.ts';
import { damaged, type SvgPosition, shown, tooLarge, unsupported } from './flaw.ts';
import { length } from './number.ts';
import { declarations, isInherited, isPresentation } from './properties.ts';
import { classesOf, type Matcher } from './selector.ts';
import { type CssRule, type Declared, inlineOf } from './sheet.ts';
import type { SvgElement } from './xml.ts';

/** Values as they are written, by property; what is not there has its initial value. */
export type SvgStyle = ReadonlyMap<string, string>;

const none: SvgStyle = new Map();

export class SvgStyles {
  readonly #rules: readonly CssRule[];
  readonly #budget: Budget;
  /** The rules that an element can match, by a class, id or type of it; in the order of the cascade. */
  readonly #byKey = new Map<string | null, { readonly rule: CssRule; readonly place: number }[]>();
  readonly #declared = new WeakMap<SvgElement, ReadonlyMap<string, string>>();
  readonly #written = new WeakMap<SvgElement, SvgStyle>();

  constructor(rules: readonly CssRule[], budget: Budget) {
    [this.#rules, this.#budget] = [rules, budget];
    for (const [place, rule] of rules.entries()) {
      const { key }: Matcher = rule.matcher;
      const list = this.#byKey.get(key) ?? [];
      list.push({ rule, place });
      this.#byKey.set(key, list);
    }
  }

  /** The style of an element that stands within one of the given style: its parent, or the `use` that repeats it. */
  of(node: SvgElement, around: SvgStyle): SvgStyle {
    const own = this.#declared.get(node) ?? this.#cascade(node);
    this.#declared.set(node, own);
    const style = new Map<string, string>();
    this.#budget.spend('values', around.size + own.size, node);
    const step = (): void => this.#budget.spend('values', 1, node);
    for (const [name, value] of around) if (isInherited(name)) style.set(name, value);
    for (const [name, value] of own) if (name.startsWith('--')) settle(name, value, style, around);
    for (const [name, value] of own)
      if (!name.startsWith('--')) settle(name, resolved(value, style, node, step), style, around);
    const size = own.get('font-size');
    if (size !== undefined) style.set('font-size', fontSizeIn(style.get('font-size'), around, node));
    return style;
  }

  /** By where it stands in the file. */
  written(node: SvgElement): SvgStyle {
    const known = this.#written.get(node);
    if (known !== undefined) return known;
    const style = this.of(node, node.parent === null ? none : this.written(node.parent));
    this.#written.set(node, style);
    return style;
  }

  #cascade(node: SvgElement): ReadonlyMap<string, string> {
    const [plain, important] = [new Map<string, string>(), new Map<string, string>()];
    for (const [name, value] of node.attributes) {
      if (!isPresentation(name)) continue;
      const spot = { offset: node.offset, attribute: name };
      for (const [property, each] of declarations(name, value, spot)) plain.set(property, each);
    }
    const add = (all: readonly Declared[]): void => {
      for (const { name, value, important: strong } of all) (strong ? important : plain).set(name, value);
    };
    if (this.#rules.length > 0) {
      const step = (): void => this.#budget.spend('comparisons', 1, node);
      const keys = [
        null,
        node.name,
        ...[...classesOf(node)].map((name) => `.${name}`),
        `#${node.attributes.get('id') ?? ''}`,
      ];
      const candidates = keys.flatMap((key) => this.#byKey.get(key) ?? []).sort((a, b) => a.place - b.place);
      for (const { rule } of candidates) if (rule.matcher.matches(node, step)) add(rule.declared);
    }
    const inline = node.attributes.get('style');
    if (inline !== undefined) add(inlineOf(inline, { offset: node.offset, attribute: 'style' }));
    for (const [name, value] of important) plain.set(name, value);
    return plain;
  }
}

function settle(name: string, value: string, style: Map<string, string>, around: SvgStyle): void {
  switch (value.toLowerCase()) {
    case 'inherit': {
      const theirs = around.get(name);
      if (theirs === undefined) style.delete(name);
      else style.set(name, theirs);
      return;
    }
    case 'unset':
    case 'revert':
    case 'revert-layer':
      if (!isInherited(name)) style.delete(name);
      return;
    case 'initial':
      style.delete(name);
      return;
    default:
      style.set(name, value);
  }
}

/** Variables that are set from one another, and characters of what comes out. */
const most = { variables: 100, length: 10_000 } as const;

/** With every `var()` in its place (CSS Variables 1). @param trail the variables whose values are being told */
function resolved(
  value: string,
  style: SvgStyle,
  node: SvgElement,
  step: () => void,
  trail: readonly string[] = [],
): string {
  let written = '';
  for (let rest = value; ; ) {
    const start = rest.search(/\bvar\(/i);
    if (start === -1) return written + rest;
    step();
    const end = closing(rest, start + 4);
    const inside = rest.slice(start + 4, end);
    const comma = inside.indexOf(',');
    const name = (comma === -1 ? inside : inside.slice(0, comma)).trim();
    if (trail.includes(name)) throw damaged(`its variable ${shown(name)} refers to itself`, node);
    if (trail.length >= most.variables)
      throw tooLarge(`more than ${most.variables} of its variables are set from one another`, node);
    const own = style.get(name);
    const found = own ?? (comma === -1 ? undefined : inside.slice(comma + 1).trim());
    if (found === undefined) throw damaged(`its variable ${shown(name)} has no value`, node);
    written += rest.slice(0, start) + resolved(found, style, node, step, own === undefined ? trail : [...trail, name]);
    rest = rest.slice(end + 1);
    if (written.length + rest.length > most.length)
      throw tooLarge(`a value in its style becomes longer than ${most.length.toLocaleString('en')} characters`, node);
  }
}

function closing(value: string, from: number): number {
  let depth = 1;
  for (let at = from; at < value.length; at += 1) {
    if (value[at] === '(') depth += 1;
    else if (value[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return value.length;
}

/** In pixels, as text. */
function fontSizeIn(value: string | undefined, around: SvgStyle, spot: SvgPosition): string {
  const whole = fontSize(around);
  if (value === undefined) return '16';
  const word = words[value.toLowerCase()];
  if (word !== undefined) return String(word);
  if (/^(?:smaller|larger)$/i.test(value)) throw unsupported(`it has the size "${value}"`, spot);
  return String(length(value, { whole, fontSize: whole }, spot));
}

const words: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
};

export const fontSize = (style: SvgStyle): number => Number(style.get('font-size') ?? 16);
