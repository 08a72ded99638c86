/** Templates: Handlebars restricted to what cannot let data become markup, with places for all that it writes. */
import { dirname, isAbsolute, join, sep } from 'node:path';
import { type Place, Refused, Report } from '../diagnostics.ts';
import { languageOf } from '../language/languages.ts';
import { type DataShape, type DataTree, Datum, place } from '../model/datum.ts';
import type { Lang } from '../model/document.ts';
import type { Markup, Origin } from '../model/markup.ts';
import { packageRoot, type World } from '../world.ts';
import { Filling, type FrameData, Halt } from './filling.ts';
import { checkForms, type PartialName } from './forms.ts';
import { wrap } from './leaf.ts';
import { keysOf, type Messages, type MessagesByLanguage, readMessages } from './messages.ts';
import { checkPaths, type Sources } from './paths.ts';
import { parseSource, type TemplateSource } from './source.ts';
import { type Compiled, compileProgram, createEnvironment, within } from './strict.ts';
import { type Pieces, trimPartial, unweave, weave } from './weave.ts';

/** Can be filled any number of times. */
export interface Template {
  /** Null with an error in the report where the data leads the template astray. `lang` is that of the data's texts. */
  fill(data: DataTree, lang: Lang, report: Report): Markup | null;
}

/** Bytes of one template file. Handlebars' time grows with the square of it. */
const sizeLimit = 128 * 1024;

/**
 * Reads a template and the partials that it calls, from `partials/` beside it or from the ones that templates share.
 *
 * `entry` is relative to the world's root, or absolute in the package. All that is wrong goes into the report: syntax,
 * forms that are not allowed, paths that the shape does not have. `asked` gets the parts of the shape that it asks for.
 */
export async function compileTemplate(
  entry: string,
  world: World,
  shape: DataShape,
  report: Report,
  asked = new Set<unknown>(),
): Promise<Template | null> {
  const own = new Report();
  const sources = await readSources(entry, world, own);
  const messages = await readMessages(entry, world, own);
  if (sources !== null && messages !== null && !own.failed)
    checkPaths(sources, { shape, messages: keysOf(messages), asked }, own);
  for (const found of own.diagnostics) report.add(found);
  return sources === null || messages === null || own.failed ? null : assemble(sources, messages);
}

async function readSources(file: string, world: World, report: Report): Promise<Sources | null> {
  const folder = join(dirname(file), 'partials');
  const entry = await readSource(file, world, report);
  if (entry === null) return null;
  const shipped = new Set(isAbsolute(file) ? [entry.file] : []);
  const partials = new Map<string, TemplateSource>();
  const missing = new Set<string>();
  const queue: PartialName[] = [...checkForms(entry, report)];
  for (const { name, at } of queue) {
    if (partials.has(name) || missing.has(name)) continue;
    const path = await partialFile(folder, name, world);
    const source = await readSource(path, world, report, at);
    if (source === null) missing.add(name);
    else {
      partials.set(name, source);
      // Those of the project are named relative to it.
      if (isAbsolute(path)) shipped.add(source.file);
      queue.push(...checkForms(source, report));
    }
  }
  return { entry, partials, shipped };
}

/** A template's own partial; else one that templates share, of the project or of the package. */
async function partialFile(folder: string, name: string, world: World): Promise<string> {
  const own = join(folder, `${name}.hbs`);
  const shared = [join(folder, '../../partials'), join(packageRoot, 'templates/partials')];
  for (const file of [own, ...shared.map((other) => join(other, `${name}.hbs`))])
    if (await world.exists(file)) return file;
  return own;
}

/** `caller` is the place that asks for a partial. */
async function readSource(path: string, world: World, report: Report, caller?: Place): Promise<TemplateSource | null> {
  const file = isAbsolute(path) ? world.relative(path) : path.split(sep).join('/');
  try {
    const text = decode(await world.read(path, sizeLimit, caller ?? null));
    if (text !== null) return parseSource(file, text, report);
    report.error('not-utf8', { file, line: 1, column: 1 }, 'The template is not UTF-8.', {
      hints: ['Save the file as UTF-8.'],
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    for (const found of error.diagnostics) report.add(found);
  }
  return null;
}

/** Null if the bytes are not UTF-8. A byte order mark is left out. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A language that is only begun is tried with the English words of a template; of one that is whole none may lack. */
function messagesIn(lang: string, messages: MessagesByLanguage): Messages {
  const instead = languageOf(lang).stillEnglish.length > 0 ? messages.get('en') : undefined;
  return messages.get(lang) ?? instead ?? new Map();
}

function assemble(sources: Sources, messages: MessagesByLanguage): Template {
  const { entry, partials } = sources;
  const wordFiles = [...messages.values()].flatMap((each) => [...each.values()].map(({ from }) => from.file));
  const ours = sources.shipped.has(entry.file);
  const shipped = new Set([...sources.shipped, ...(ours ? wordFiles : [])]);
  const environment = createEnvironment();
  const start: Place = { file: entry.file, line: 1, column: 1 };
  const main = codeOf(entry, 'entry');
  const compiled = within(environment, main.code);
  const pieces = new Map(main.pieces);
  for (const [name, source] of partials) {
    const partial = codeOf(source, 'partial');
    for (const [number, piece] of partial.pieces) pieces.set(number, piece);
    environment.registerPartial(name, counted(within(environment, partial.code)));
  }
  return {
    fill(data, lang, report) {
      const origins: Origin[] = [];
      const context = wrap(data, origins);
      try {
        const filling = new Filling(
          { template: start, data: ours ? placeOf(data) : null },
          lang,
          messagesIn(lang, messages),
          origins,
        );
        const filled = filling.step(compiled(context, { data: { filling } }));
        return { ...unweave(filled, pieces, start, origins), shipped };
      } catch (error) {
        if (!(error instanceof Halt)) throw error;
        report.add(error.diagnostic);
        return null;
      }
    },
  };
}

interface CompiledSource {
  readonly code: TemplateSpecification;
  readonly pieces: Pieces;
}

/**
 * Most templates call the same partials. Those that a project has had in its editor do not stay for ever. No `Kept`, which keeps
 * nothing while a snapshot is built: ours are to be in it.
 */
const compiledSources = new Map<string, CompiledSource>();
const mostCompiled = 512;

function codeOf(source: TemplateSource, role: 'entry' | 'partial'): CompiledSource {
  const key = `${role}\0${source.file}\0${source.text}`;
  const known = compiledSources.get(key);
  if (known !== undefined) return known;
  if (role === 'partial') trimPartial(source.program);
  const pieces: Pieces = new Map();
  weave(source, pieces);
  const made = { code: compileProgram(source.program), pieces };
  if (compiledSources.size >= mostCompiled) compiledSources.clear();
  compiledSources.set(key, made);
  return made;
}

function placeOf(data: DataTree): Place | null {
  return data instanceof Datum ? data.from : (data?.[place] ?? null);
}

/** A partial that counts its calls in the filling. */
function counted(compiled: Compiled): HandlebarsTemplateDelegate {
  return (context, options) => {
    const data: FrameData = options?.data;
    return data.filling.step(compiled(context, { ...options, data }));
  };
}
