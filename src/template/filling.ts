/** One filling of a template: what the compiled code calls for every path and every value that it writes. */
import Handlebars from 'handlebars';
import type { Code } from '../codes.ts';
import { type Diagnostic, failure, type Place } from '../diagnostics.ts';
import { Datum, free } from '../model/datum.ts';
import type { Lang } from '../model/document.ts';
import { type Origin, reserved } from '../model/markup.ts';
import { nameHints } from '../suggestion.ts';
import { Leaf } from './leaf.ts';
import type { Messages } from './messages.ts';

/** Stops a filling; `compile.ts` turns it into a finding. */
export class Halt extends Error {
  readonly diagnostic: Diagnostic;
  constructor(code: Code<'error'>, at: Place, message: string, hints: readonly string[] = []) {
    super(message);
    this.diagnostic = failure(code, at, message, { hints });
  }
}

/** Where to look when the whole grows too large. */
export interface Whole {
  readonly template: Place;
  /** The whole of the data, if the template comes with Etrati: then the user can mend nothing else. */
  readonly data: Place | null;
}

/** UTF-16 units of markup, marks included: far more than any document, far less than memory. */
export const outputLimit = 32 * 1024 * 1024;
/** Rounds of `each` and calls of partials in one filling. */
export const stepLimit = 400_000;

export class Filling {
  readonly lang: Lang;
  /** The template's own words in the language. */
  readonly messages: Messages;
  #steps = 0;
  readonly #whole: Whole;
  readonly #origins: Origin[];

  /** `origins` gathers what texts come from. */
  constructor(whole: Whole, lang: Lang, messages: Messages, origins: Origin[]) {
    this.#whole = whole;
    this.lang = lang;
    this.messages = messages;
    this.#origins = origins;
  }

  /** A text that is not the data's, with its place. */
  leaf(text: string, from: Place): Leaf {
    return new Leaf(new Datum(text, from), this.#origins.push({ place: from, around: null }) - 1);
  }

  /** The field of a record or the item of a list. A name that is not there is the template's mistake, unlike a null. */
  lookup(parent: unknown, name: string, file: string, line: number, column: number): unknown {
    if (parent === null)
      throw new Halt('unknown-path', { file, line, column }, `"${name}" is asked of a part that the data leaves out.`, [
        'Write the template’s lines for that part between {{#if …}} and {{/if}}.',
      ]);
    if (parent instanceof Leaf || typeof parent !== 'object')
      throw new Halt(
        'unknown-path',
        { file, line, column },
        `The field "${name}" is used on a text, which does not have fields.`,
      );
    if (isFrame(parent)) return parent[name] ?? null;
    if (Array.isArray(parent)) {
      if (name === 'length') return parent.length;
      if (/^\d+$/.test(name)) return parent[Number(name)] ?? null;
      throw new Halt('unknown-path', { file, line, column }, `The field "${name}" is used on a list.`, [
        'Go through the list with {{#each …}}.',
      ]);
    }
    if (Object.hasOwn(parent, name)) return (parent as Record<string, unknown>)[name];
    if (Object.hasOwn(parent, free)) return null;
    throw new Halt(
      'unknown-path',
      { file, line, column },
      `There is no "${name}" here.`,
      nameHints(name, Object.keys(parent), 'fields here'),
    );
  }

  /** The markup of a value: nothing for null, escaped text with its place for a leaf. */
  show(value: unknown, file: string, line: number, column: number): string {
    const plain = Leaf.plain(value);
    if (plain === null || plain === undefined) return '';
    if (typeof plain === 'object')
      throw new Halt(
        'not-text',
        { file, line, column },
        `A ${Array.isArray(plain) ? 'list' : 'group of fields'} is written as if it were a text.`,
        [Array.isArray(plain) ? 'Go through it with {{#each …}}.' : 'Name one of its fields.'],
      );
    if (typeof plain === 'string' && reserved.test(plain))
      throw new Halt('private-use-character', { file, line, column }, 'The text contains a private-use character.');
    return Handlebars.escapeExpression(value as string);
  }

  /** Counts a round or a call and the markup that it gave. */
  step(markup: string): string {
    this.#steps += 1;
    if (this.#steps > stepLimit || markup.length > outputLimit) throw tooLarge(this.#whole);
    return markup;
  }
}

/** What Handlebars' data frames carry beside `@index` and its like. */
export interface FrameData {
  readonly filling: Filling;
}

function tooLarge({ template, data }: Whole): Halt {
  if (data !== null)
    return new Halt('output-too-large', data, 'The data holds more than one document may have.', [
      'Split it into several data files.',
    ]);
  return new Halt('output-too-large', template, 'The template writes too much markup.', [
    'Look for an {{#each}} inside of another over the same list.',
  ]);
}

function isFrame(value: object): value is FrameData & Readonly<Record<string, unknown>> {
  return 'filling' in value && value.filling instanceof Filling;
}
