/** Handlebars, strict: every path is looked up and every value written by `Filling`, in arguments of helpers too. */
import Handlebars from 'handlebars';
import type { Program } from './ast.ts';
import type { FrameData } from './filling.ts';
import { helpers, registerHelpers } from './helpers.ts';
import { recordHelper, recordStart } from './weave.ts';

/** What Handlebars has but its types leave out. */
interface CodeWriter {
  source: { readonly currentLocation?: { readonly source: string; readonly start: { line: number; column: number } } };
  nameLookup(parent: unknown, name: string, type: string): unknown;
  quotedString(text: string): string;
  pushSource(source: unknown): void;
  popStack(): unknown;
  appendToBuffer(source: unknown): unknown;
  compile(environment: unknown, options: object, context: undefined, asObject: true): TemplateSpecification;
}
interface Internals {
  JavaScriptCompiler: new () => CodeWriter;
  readonly Compiler: new () => { compile(program: Program, options: object): unknown };
}

export type Environment = typeof Handlebars;
export type Compiled = (context: unknown, options: { data: FrameData }) => string;

const Base = (Handlebars as unknown as Internals).JavaScriptCompiler;

class StrictCompiler extends Base {
  override nameLookup(parent: unknown, name: string, type: string): unknown {
    if (type !== 'context' && type !== 'data') return super.nameLookup(parent, name, type);
    return ['data.filling.lookup(', parent, ',', this.quotedString(name), ',', this.#here(), ')'];
  }

  appendEscaped(): void {
    this.pushSource(this.appendToBuffer(['data.filling.show(', this.popStack(), ',', this.#here(), ')']));
  }

  // Arguments rather than an object: they cost nothing at each call.
  #here(): string {
    const { source = '', start = { line: 1, column: 0 } } = this.source.currentLocation ?? {};
    return `${this.quotedString(source)},${start.line},${start.column + 1}`;
  }
}
// Handlebars makes the writers of nested programs from this property.
Object.assign(StrictCompiler.prototype, { compiler: StrictCompiler });

/** An environment of its own, with our helpers alone. */
export function createEnvironment(): Environment {
  const environment = Handlebars.create();
  registerHelpers(environment);
  environment.registerHelper(recordHelper, recordStart);
  return environment;
}

/** Compiles a checked tree, for any environment. */
export function compileProgram(program: Program): TemplateSpecification {
  const { Compiler } = Handlebars as unknown as Internals;
  const knownHelpers = Object.fromEntries([recordHelper, ...Object.keys(helpers)].map((name) => [name, true]));
  const options = { data: true, knownHelpers: { log: false, ...knownHelpers }, knownHelpersOnly: true };
  const opcodes = new Compiler().compile(program, options);
  return new StrictCompiler().compile(opcodes, options, undefined, true);
}

/** What was compiled, with the partials of an environment. Data frames must carry a `filling`. */
export function within(environment: Environment, code: TemplateSpecification): Compiled {
  return environment.template(code) as Compiled;
}

/**
 * For a snapshot. What errors of Handlebars inherit from is an error too, made when it was loaded, and holds the calls that led there:
 * Node.js 22 breaks off in writing them.
 */
export function forgetCalls(): void {
  Object.assign(Handlebars.Exception, { prototype: Object.create(Error.prototype) });
}
