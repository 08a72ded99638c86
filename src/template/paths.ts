/** Checks the paths of a template against the shape of its data, in branches too that no data of today runs. */
import type { Code } from '../codes.ts';
import type { Report } from '../diagnostics.ts';
import type { DataShape } from '../model/datum.ts';
import { nameHints } from '../suggestion.ts';
import type {
  BlockStatement,
  Call,
  Expression,
  PartialCall,
  PathExpression,
  Program,
  Range,
  Statement,
} from './ast.ts';
import { helpers } from './helpers.ts';
import { type Lacking, lackOf } from './lacking.ts';
import { type Known, leaf, lost, nameOf, type PartialShape, step } from './outlines.ts';
import { placeOf, type TemplateSource } from './source.ts';

/** What a path can start from. */
interface Scope {
  readonly here: Known;
  /** Where `..` leads; null at the top of a file. */
  readonly outer: Scope | null;
  readonly names: Readonly<Record<string, Known>>;
}

/** What a template can name: paths of its data, and its messages. */
export interface Names {
  readonly shape: DataShape;
  readonly messages: readonly string[];
  /** Gets each part of the shape that a path leads to or over. */
  readonly asked?: Set<unknown>;
}

/** Reports paths and messages that are not there, and partials that include themselves. */
export function checkPaths(sources: Sources, names: Names, report: Report): void {
  new PathChecker(sources, names, report).file(sources.entry, names.shape, []);
}

export interface Sources {
  readonly entry: TemplateSource;
  readonly partials: ReadonlyMap<string, TemplateSource>;
  /** The files that come with Etrati, as places name them. */
  readonly shipped: ReadonlySet<string>;
}

class PathChecker {
  readonly #partials: ReadonlyMap<string, TemplateSource>;
  readonly #shipped: ReadonlySet<string>;
  /** What the partial of ours that is being checked lacks. */
  #lacks: Lacking | null = null;
  readonly #root: DataShape;
  readonly #messages: readonly string[];
  readonly #report: Report;
  /** The contexts that each partial has been checked with: once is enough, and calls can multiply. */
  readonly #checked = new Map<string, Set<Known>>();
  /** Contexts made here, by what they are, so that equal ones are the same. */
  readonly #made = new Map<string, PartialShape>();
  readonly #told = new Set<string>();
  readonly #asked: Set<unknown>;
  #file = '';

  constructor({ partials, shipped }: Omit<Sources, 'entry'>, { shape, messages, asked }: Names, report: Report) {
    this.#asked = asked ?? new Set();
    this.#partials = partials;
    this.#shipped = shipped;
    this.#root = shape;
    this.#messages = messages;
    this.#report = report;
  }

  #error(code: Code<'error'>, { start }: Range, message: string, hints: readonly string[]): void {
    const at = placeOf(this.#file, start);
    const key = `${code} ${at.file}:${at.line}:${at.column} ${message}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#report.error(code, at, message, { hints });
  }

  file(source: TemplateSource, here: Known, callers: readonly string[]): void {
    const caller = this.#file;
    this.#file = source.file;
    this.#program(source.program, { here, outer: null, names: {} }, callers);
    this.#file = caller;
  }

  #program({ body }: Program, scope: Scope, callers: readonly string[]): void {
    for (const [index, statement] of body.entries()) {
      const before = body[index - 1];
      this.#statement(statement, scope, callers, before?.type === 'ContentStatement' ? before.value : '');
    }
  }

  /** `before` is the markup right before it. */
  #statement(statement: Statement, scope: Scope, callers: readonly string[], before: string): void {
    switch (statement.type) {
      case 'MustacheStatement': {
        const shape = this.#call(statement, scope);
        if (shape !== null && shape.type !== 'leaf')
          this.#error('not-text', statement.loc, `A ${nameOf(shape)} is written as if it were a text.`, [
            shape.type === 'list' ? 'Go through it with {{#each …}}.' : 'Name one of its fields.',
          ]);
        if (shape?.type === 'leaf' && shape.block === true) this.#checkBlock(statement, before);
        break;
      }
      case 'BlockStatement':
        this.#block(statement, scope, callers);
        break;
      case 'PartialStatement':
        this.#partial(statement, scope, callers);
        break;
      default:
    }
  }

  /** Paragraphs and lists would run into one line within another element than a <rich> of blocks. */
  #checkBlock({ path, loc }: Call, before: string): void {
    const tail = before.trimEnd();
    const tag = tail.includes('<') ? tail.slice(tail.lastIndexOf('<') + 1) : '';
    const name = tag.endsWith('>') ? tag.slice(0, tag.search(/[\s/>]/)) : '';
    if (name === '' || (name === 'rich' && /\sblock\s?=\s?["']true["']/.test(tag))) return;
    const own = path.type === 'PathExpression' ? path.original : 'text';
    this.#error('misplaced-text', loc, `"${own}" has paragraphs and lists, and <${name}> takes words alone here.`, [
      `Write <rich block="true">{{${own}}}</rich> where blocks are allowed, not in a <p>.`,
    ]);
  }

  #block(block: BlockStatement, scope: Scope, callers: readonly string[]): void {
    const name = block.path.type === 'PathExpression' ? block.path.original : '';
    const [first] = block.params.map((value) => this.#shape(value, scope));
    let within = scope;
    if (name === 'each' || name === 'with') {
      if (name === 'each' && first && first.type !== 'list')
        this.#error('not-a-list', block.loc, `{{#each}} needs a list, and this is a ${nameOf(first)}.`, []);
      const here = name === 'with' ? (first ?? null) : first?.type === 'list' ? first.items : null;
      const [item, index] = block.program?.blockParams ?? [];
      const named = {
        ...(item === undefined ? {} : { [item]: here }),
        ...(index === undefined ? {} : { [index]: leaf }),
      };
      within = { here, outer: scope, names: { ...scope.names, ...named } };
    }
    if (block.program) this.#program(block.program, within, callers);
    if (block.inverse) this.#program(block.inverse, scope, callers);
  }

  #partial(call: PartialCall, scope: Scope, callers: readonly string[]): void {
    const name = call.name.type === 'PathExpression' ? call.name.original : '';
    const source = this.#partials.get(name);
    const given = call.params[0] === undefined ? scope.here : this.#shape(call.params[0], scope);
    const here = this.#extend(given, call, scope);
    if (source === undefined) return;
    if (callers.includes(name))
      this.#error('partial-includes-itself', call.loc, `The partial "${name}" includes itself.`, [
        `The partials include each other: ${[...callers.slice(callers.indexOf(name)), name].join(' → ')}.`,
      ]);
    else if (this.#isNew(name, here)) {
      const isOurs = this.#lacks === null && this.#shipped.has(source.file) && !this.#shipped.has(this.#file);
      if (isOurs) this.#lacks = { fields: new Set(), messages: new Set() };
      this.file(source, here, [...callers, name]);
      if (!isOurs || this.#lacks === null) return;
      const found = lackOf(name, this.#lacks);
      this.#lacks = null;
      for (const { code, message, hint } of found) this.#error(code, call.loc, message, [hint]);
    }
  }

  #isNew(name: string, here: Known): boolean {
    const checked = this.#checked.get(name) ?? new Set();
    this.#checked.set(name, checked);
    if (checked.has(here)) return false;
    checked.add(here);
    return true;
  }

  /** What a partial sees: the context that it is given, and its name=value pairs. */
  #extend(given: Known, { hash, loc }: PartialCall, scope: Scope): Known {
    if (hash === undefined || hash.pairs.length === 0) return given;
    if (given !== null && given.type !== 'record')
      this.#error(
        'wrong-arguments',
        loc,
        `A partial that is given a ${nameOf(given)} does not take name=value pairs.`,
        [],
      );
    const added = hash.pairs.map(({ key, value }) => [key, this.#shape(value, scope)] as const);
    if (given === null || given.type !== 'record') return null;
    const outline: PartialShape = { type: 'record', fields: { ...given.fields, ...Object.fromEntries(added) } };
    const key = JSON.stringify(outline);
    const known = this.#made.get(key) ?? outline;
    this.#made.set(key, known);
    return known;
  }

  #shape(value: Expression, scope: Scope): Known {
    if (value.type === 'PathExpression') return this.#path(value, scope);
    return value.type === 'SubExpression' ? this.#call(value, scope) : leaf;
  }

  /** The shape of what a helper gives, or of a plain path. */
  #call(call: Call, scope: Scope): Known {
    const { path, params, hash } = call;
    const name = path.type === 'PathExpression' ? path.original : '';
    const helper = Object.hasOwn(helpers, name) ? helpers[name] : undefined;
    if (helper === undefined) return this.#shape(path, scope);
    const shapes = params.map((value) => this.#shape(value, scope));
    for (const { value } of hash?.pairs ?? []) this.#shape(value, scope);
    const [first, ...others] = shapes;
    if (helper.gives === 'leaf') {
      this.#checkLeaves(name, call, shapes);
      return leaf;
    }
    switch (name) {
      case 'eq':
      case 'not':
        return leaf;
      case 'lookup':
        return first?.type === 'list' ? first.items : null;
      default:
        return others.every((shape) => shape?.type === first?.type) ? (first ?? null) : null;
    }
  }

  /** Numbers, dates and messages are made of texts and numbers; a sum of a list. */
  #checkLeaves(name: string, { params, loc }: Call, [first, ...others]: readonly Known[]): void {
    if (name === 'sum') this.#checkSum(first ?? null, params[1], loc);
    const wrong = (name === 'sum' ? others : [first ?? null, ...others]).find(
      (shape) => shape !== null && shape.type !== 'leaf',
    );
    if (wrong) this.#error('not-text', loc, `"${name}" is given a ${nameOf(wrong)}.`, ['Name one of its fields.']);
    if (name === 't') this.#checkMessage(params, loc);
  }

  #checkSum(list: Known, key: Expression | undefined, loc: Range): void {
    if (list !== null && list.type !== 'list')
      this.#error('not-a-list', loc, `"sum" needs a list, and this is a ${nameOf(list)}.`, []);
    else if (list !== null && key?.type === 'StringLiteral') this.#follow(list.items, [String(key.value)], loc);
  }

  /** Keys that are written out are known before anything is filled; of others the beginning is. */
  #checkMessage(params: readonly Expression[], loc: Range): void {
    const literal = params.findIndex(({ type }) => type !== 'StringLiteral');
    const parts = (literal < 0 ? params : params.slice(0, literal)).map((part) => ('value' in part ? part.value : ''));
    const key = parts.join('.');
    const isKnown = literal < 0 ? this.#messages.includes(key) : this.#messages.some((each) => each.startsWith(key));
    if (isKnown) return;
    const what = literal < 0 ? `message "${key}"` : `group of messages "${key}"`;
    const hints =
      this.#messages.length === 0
        ? ['Put messages.ka.json and messages.en.json beside document.hbs.']
        : nameHints(key, this.#messages, 'messages');
    if (this.#lacks === null) this.#error('unknown-message', loc, `There is no ${what}.`, hints);
    else this.#lacks.messages.add(key);
  }

  #path(path: PathExpression, scope: Scope): Known {
    const { parts, data, depth, original, loc } = path;
    if (data) return parts[0] === 'root' ? this.#follow(this.#root, parts.slice(1), loc) : leaf;
    const [first = ''] = parts;
    if (depth === 0 && !/^(this|\.)/.test(original) && Object.hasOwn(scope.names, first))
      return this.#follow(scope.names[first] ?? null, parts.slice(1), loc);
    let from: Scope | null = scope;
    for (let up = 0; up < depth; up += 1) from = from?.outer ?? null;
    if (from !== null) return this.#follow(from.here, parts, loc);
    this.#error('unknown-path', loc, `"${original}" leads out of this file.`, [
      'A partial sees only what it is given, and @root.',
    ]);
    return null;
  }

  #follow(from: Known, parts: readonly string[], loc: Range): Known {
    let shape = from;
    for (const part of parts) {
      if (shape === null || shape.type === 'free') return null;
      const next: Known | undefined = step(shape, part);
      if (next === undefined) {
        const { message, hints } = lost(shape, part);
        if (this.#lacks === null) this.#error('unknown-path', loc, message, hints);
        else this.#lacks.fields.add(part);
        return null;
      }
      shape = next;
      this.#asked.add(next);
    }
    return shape?.type === 'free' ? null : shape;
  }
}
