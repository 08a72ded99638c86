/**
 * What a template may consist of. Refuses all that could let data become markup or code: raw output, names of elements and
 * attributes made of data, unknown helpers, partials chosen while filling.
 */
import type { Code } from '../codes.ts';
import { type Place, Report } from '../diagnostics.ts';
import { nameHints } from '../suggestion.ts';
import {
  type BlockStatement,
  type Call,
  type ContentStatement,
  type Expression,
  hasArguments,
  type Mustache,
  type Program,
  type Range,
} from './ast.ts';
import type { Helper } from './helper.ts';
import { helpers } from './helpers.ts';
import { advance, placeOf, startOf, type TemplateSource } from './source.ts';
import { inside, type MarkupContext, scan } from './tags.ts';

/** Reports every form in a file that is not allowed, and gives the names of the partials that it calls. */
export function checkForms(source: TemplateSource, report: Report): readonly PartialName[] {
  const own = new Report();
  const checker = new FormChecker(source, own);
  const end = checker.program(source.program, 'text');
  if (end !== 'text' && !own.failed)
    own.error('tag-across-files', checker.tag, `The file ends ${inside(end)}.`, { hints: ['End the tag with >.'] });
  for (const found of own.diagnostics) report.add(found);
  return checker.partials;
}

export interface PartialName {
  readonly name: string;
  readonly at: Place;
}

/** Blocks and expressions inside of one another. */
export const depthLimit = 60;

const blocks = Object.keys(helpers).filter((name) => helpers[name]?.block);
const functions = Object.keys(helpers).filter((name) => !helpers[name]?.block);
const dataNames = ['root', 'index', 'key', 'first', 'last'];

class FormChecker {
  readonly partials: PartialName[] = [];
  /** Where the last tag starts. */
  tag: Place | null = null;
  readonly #source: TemplateSource;
  readonly #report: Report;
  #depth = 0;

  constructor(source: TemplateSource, report: Report) {
    this.#source = source;
    this.#report = report;
  }

  #error(code: Code<'error'>, { start }: Range, message: string, ...hints: readonly string[]): void {
    this.#report.error(code, placeOf(this.#source.file, start), message, { hints });
  }

  /** Goes through the pieces in order and follows where in a tag each one stands. */
  program({ body }: Program, from: MarkupContext): MarkupContext {
    let context = from;
    for (const statement of body) {
      switch (statement.type) {
        case 'ContentStatement':
          context = this.#content(statement, context);
          break;
        case 'MustacheStatement':
          this.#mustache(statement, context);
          break;
        case 'BlockStatement':
          context = this.#block(statement, context);
          break;
        case 'PartialStatement':
          this.#partial(statement, context);
          break;
        case 'CommentStatement':
          break;
        case 'PartialBlockStatement':
        case 'Decorator':
        case 'DecoratorBlock':
          this.#error(
            'unsupported-form',
            statement.loc,
            'Partials with blocks and decorators are not allowed in templates.',
          );
          break;
        default:
          statement satisfies never;
      }
    }
    return context;
  }

  #content(content: ContentStatement, from: MarkupContext): MarkupContext {
    const { context, tag, foreign } = scan(content.value, from);
    const placeAt = (offset: number) =>
      placeOf(this.#source.file, advance(startOf(content), content.value.slice(0, offset)));
    if (tag !== null) this.tag = placeAt(tag);
    for (const offset of foreign)
      this.#report.error(
        'template-markup',
        placeAt(offset),
        'Comments and declarations of XML are not allowed in templates.',
        {
          hints: ['Write a comment as {{! … }}.'],
        },
      );
    return context;
  }

  #mustache(mustache: Mustache, context: MarkupContext): void {
    if (!mustache.escaped)
      this.#error(
        'raw-output',
        mustache.loc,
        'Raw output would let data become markup.',
        'Write {{…}} with two braces.',
      );
    if (context === 'tag name' || context === 'closing tag')
      this.#error('dynamic-tag', mustache.loc, 'The name of an element cannot come from data.');
    else if (context === 'value start')
      this.#error(
        'unquoted-value',
        mustache.loc,
        'The value of an attribute must be in quotation marks.',
        'Write name="{{…}}".',
      );
    else if (context !== 'text' && context !== '"' && context !== "'")
      this.#error('dynamic-attribute', mustache.loc, 'The name of an attribute cannot come from data.');
    this.#call(mustache, functions, 'helpers');
  }

  #block(block: BlockStatement, context: MarkupContext): MarkupContext {
    const { path, program, inverse } = block;
    const name = path.type === 'PathExpression' ? path.original : '';
    if (this.#textAt(block.loc).startsWith('{{{{'))
      this.#error('unsupported-form', block.loc, 'Raw blocks are not allowed in templates.');
    else if (!blocks.includes(name))
      this.#error(
        'bare-section',
        block.loc,
        `"${name}" is not a block.`,
        `Write {{#if ${name}}} or {{#each ${name}}}.`,
        ...nameHints(name, blocks, 'blocks'),
      );
    else this.#call(block, blocks, 'blocks');
    const branches = [program, inverse].filter((branch) => branch !== undefined);
    // As in <li{{#if x}} look="y"{{/if}}>: what starts with a space leaves the name alone.
    const start = context === 'tag name' && branches.every(startsWithSpace) ? 'tag' : context;
    if (start !== 'text' && start !== 'tag' && start !== '"' && start !== "'")
      this.#error('dynamic-tag', block.loc, `A block must not start ${inside(start)}.`);
    for (const branch of branches) this.#nested(block.loc, () => this.#branch(branch, start, block.loc));
    return context;
  }

  #branch(branch: Program, start: MarkupContext, loc: Range): void {
    const end = this.program(branch, start);
    if (end !== start)
      this.#error(
        'tag-across-blocks',
        loc,
        `The block starts ${inside(start)} and ends ${inside(end)}.`,
        'Put whole tags or whole attributes into a block.',
      );
  }

  /** Goes one deeper, up to where all that walk the tree by recursion are safe. */
  #nested(loc: Range, visit: () => void): void {
    this.#depth += 1;
    if (this.#depth <= depthLimit) visit();
    else if (this.#depth === depthLimit + 1)
      this.#error('template-too-deep', loc, `Blocks and expressions are nested more than ${depthLimit} levels deep.`);
    this.#depth -= 1;
  }

  #partial({ name, params, hash, loc }: PartialStatementLike, context: MarkupContext): void {
    const called = name.type === 'PathExpression' && !name.data ? name.original : null;
    if (called === null)
      this.#error('dynamic-partial', loc, 'Which partial is called cannot depend on data.', 'Write its name.');
    else if (!/^[a-z][a-z0-9-]*$/.test(called))
      this.#error(
        'partial-name',
        loc,
        `"${called}" is not an allowed name for a partial: use small letters, digits and hyphens.`,
        'Partials are files in the folder partials/ beside the template.',
      );
    else this.partials.push({ name: called, at: placeOf(this.#source.file, loc.start) });
    if (context !== 'text') this.#error('partial-in-tag', loc, `A partial is not allowed ${inside(context)}.`);
    if (params.length > 1)
      this.#error('wrong-arguments', loc, 'A partial takes one value at most, and name=value pairs.');
    for (const value of [...params, ...(hash?.pairs ?? []).map((pair) => pair.value)]) this.#expression(value);
  }

  /** A helper with its arguments, or a plain path. */
  #call(call: Call, known: readonly string[], what: string): void {
    const { path, params, hash, loc } = call;
    const name = path.type === 'PathExpression' ? path.original : null;
    const helper = name !== null && Object.hasOwn(helpers, name) ? helpers[name] : undefined;
    if (name === null) this.#error('not-a-path', loc, 'A path or a helper must be here, not a value.');
    else if (helper !== undefined && known.includes(name)) {
      const [least, most] = helper.takes;
      if (params.length < least || params.length > most)
        this.#error(
          'wrong-arguments',
          loc,
          `"${name}" takes ${amount(least, most)}, not ${params.length}.`,
          ...(params.length > 0 || helper.block
            ? []
            : [`For a value of the data of this name, write {{this.${name}}}.`]),
        );
      this.#named(name, helper, call);
    } else if (helper !== undefined)
      this.#error('misplaced-helper', loc, `"${name}" ${helper.block ? 'is a block' : 'cannot open a block'}.`);
    else if (hasArguments(call))
      this.#error('unknown-helper', loc, `There is no helper "${name}".`, ...nameHints(name, known, what));
    else this.#expression(path);
    for (const value of [...params, ...(hash?.pairs ?? []).map((pair) => pair.value)]) this.#expression(value);
  }

  #named(name: string, { named }: Helper, { hash, loc }: Call): void {
    const unknown = (hash?.pairs ?? []).filter(({ key }) => named !== null && !named.includes(key));
    if (named === null || unknown.length === 0) return;
    if (named.length === 0) this.#error('wrong-arguments', loc, `"${name}" does not take name=value pairs.`);
    for (const { key } of named.length === 0 ? [] : unknown)
      this.#error('wrong-arguments', loc, `"${name}" does not take "${key}".`, ...nameHints(key, named, 'names'));
  }

  #expression(value: Expression): void {
    if (value.type === 'SubExpression') this.#nested(value.loc, () => this.#call(value, functions, 'helpers'));
    else if (value.type === 'PathExpression' && value.data && !dataNames.includes(value.parts[0] ?? ''))
      this.#error(
        'unknown-path',
        value.loc,
        `There is no "${value.original}".`,
        `Known: ${dataNames.map((name) => `@${name}`).join(', ')}.`,
      );
  }

  #textAt({ start }: Range): string {
    const lines = this.#source.text.split(/\r\n?|\n/);
    return (lines[start.line - 1] ?? '').slice(start.column);
  }
}

type PartialStatementLike = Extract<Program['body'][number], { type: 'PartialStatement' }>;

function startsWithSpace({ body: [first] }: Program): boolean {
  return first === undefined || (first.type === 'ContentStatement' && /^\s/.test(first.value));
}

function amount(least: number, most: number): string {
  if (least !== most) return `${least} to ${most} values`;
  return least === 1 ? 'one value' : `${least} values`;
}
