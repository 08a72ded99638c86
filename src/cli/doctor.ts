/** `etrati doctor`: what this machine has of what Etrati can use, and what to do about the rest. */
import { constants, readFileSync } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { locate } from '../catalog.ts';
import { configFile } from '../config.ts';
import { loadTheme } from '../design/load.ts';
import { Report } from '../diagnostics.ts';
import { allLanguages } from '../language/languages.ts';
import { visible } from '../render-diagnostics.ts';
import { attempt } from '../shelf.ts';
import { findInputs } from '../work/inputs.ts';
import { type Settings, settle } from '../work/settings.ts';
import { openWorld, packageRoot } from '../world.ts';
import { type ExitCode, exit } from './findings.ts';
import type { Terminal } from './terminal.ts';

/** `missing` is what documents can be made without; `broken` is what they cannot. */
type ToolState = 'ok' | 'missing' | 'broken';

interface Check {
  readonly name: string;
  readonly state: ToolState;
  /** What was found, or why nothing was. */
  readonly found: string;
  /** What to do, if anything. */
  readonly advice?: string;
}

/** Tells all checks on stdout. The exit code is 0 unless something is broken. */
export async function doctor(json: boolean, terminal: Terminal): Promise<ExitCode> {
  const report = new Report();
  const settings = await settle({}, terminal.cwd, report);
  const checks = [
    nodeCheck(),
    configCheck(report),
    await themeCheck(settings, terminal.cwd),
    await dataCheck(terminal.cwd),
    ...languageChecks(),
    await outputCheck(settings, terminal.cwd),
    ...(await judgeChecks()),
  ];
  terminal.stdout.write(json ? `${JSON.stringify({ checks }, null, 2)}\n` : printed(checks));
  return checks.some(({ state }) => state === 'broken') ? exit.refused : exit.done;
}

function nodeCheck(): Check {
  const { engines }: { readonly engines: { readonly node: string } } = JSON.parse(
    readFileSync(path.join(packageRoot, 'package.json'), 'utf8'),
  );
  const [least, own] = [engines.node, process.versions.node].map((version) => version.match(/\d+/g)?.map(Number) ?? []);
  const old = compare(own ?? [], least ?? []) < 0;
  const found = `Node.js ${process.versions.node}`;
  return old
    ? { name: 'node', state: 'broken', found, advice: `Install Node.js ${engines.node.replace('>=', '')} or later.` }
    : { name: 'node', state: 'ok', found };
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = b.findIndex((part, index) => (a[index] ?? 0) !== part);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function configCheck({ diagnostics }: Report): Check {
  const [first] = diagnostics;
  if (first === undefined)
    return { name: 'config', state: 'ok', found: `${configFile} has no errors, or does not exist` };
  const at = first.at === null ? '' : ` (${configFile}:${first.at.line}:${first.at.column})`;
  const advice = first.hints.join(' ');
  return { name: 'config', state: 'broken', found: `${first.message}${at}`, advice };
}

async function themeCheck({ theme = 'gza', namedAt }: Settings, cwd: string): Promise<Check> {
  const report = new Report();
  const loaded = await attempt(report, async () => {
    const world = await openWorld(cwd);
    const file = await locate('theme', theme, { world, report, at: namedAt.theme });
    return file === null ? null : loadTheme(file, world, report);
  });
  if (loaded !== null) {
    const found = `theme ${loaded.name}, with ${loaded.faces.length} fonts of ${loaded.family}`;
    return { name: 'theme and fonts', state: 'ok', found };
  }
  const { diagnostics } = report;
  const found = diagnostics
    .map(({ message, at }) => (at === null ? message : `${message} (${at.file}:${at.line})`))
    .join(' ');
  const advice = diagnostics[0]?.hints.join(' ') ?? '';
  return { name: 'theme and fonts', state: 'broken', found, ...(advice === '' ? {} : { advice }) };
}

async function dataCheck(cwd: string): Promise<Check> {
  const files = await attempt(new Report(), () => findInputs([], cwd));
  if (files === null) {
    const advice = 'Run etrati init FOLDER to make a new project, or name your data files in each command.';
    return { name: 'data', state: 'missing', found: 'no data files data/<kind>/*.json in this folder', advice };
  }
  return { name: 'data', state: 'ok', found: files.join(', ') };
}

/** Languages that are only begun, with what of them is in English; nothing of those that are whole. */
function languageChecks(): readonly Check[] {
  return allLanguages.flatMap(({ tag, stillEnglish }): Check[] => {
    if (stillEnglish.length === 0) return [];
    const found = `still in English: ${stillEnglish.join(', ')}`;
    return [
      { name: `language ${tag}`, state: 'missing', found, advice: `Write these parts in src/language/${tag}.ts.` },
    ];
  });
}

async function outputCheck({ out }: Settings, cwd: string): Promise<Check> {
  const folder = await nearestFolder(path.resolve(cwd, out));
  const usable = await access(folder, constants.W_OK | constants.X_OK)
    .then(() => stat(folder))
    .then((facts) => facts.isDirectory())
    .catch(() => false);
  if (usable) return { name: 'output', state: 'ok', found: `${out}/ can be written` };
  const advice = 'Choose another folder with --out, or change its permissions.';
  return { name: 'output', state: 'broken', found: `${out}/ cannot be written`, advice };
}

/** The folder itself, or the first around it that is there. */
async function nearestFolder(folder: string): Promise<string> {
  const there = await stat(folder).catch(() => null);
  return there !== null || path.dirname(folder) === folder ? folder : nearestFolder(path.dirname(folder));
}

interface Judge {
  readonly name: string;
  readonly format: string;
  /** Why it cannot run here, or null. */
  available(): Promise<string | null>;
}

/** The judges know themselves what they need; they come with the repository only. */
async function judgeChecks(): Promise<readonly Check[]> {
  const file = path.join(packageRoot, 'conformance/judges.mjs');
  const there = await access(file).then(
    () => true,
    () => false,
  );
  if (!there) {
    const found = 'not installed; documents are made without them';
    return [
      {
        name: 'judges',
        state: 'missing',
        found,
        advice: 'Nothing needs to be done: the judges are only for work on Etrati itself.',
      },
    ];
  }
  const { judges }: { readonly judges: readonly Judge[] } = await import(pathToFileURL(file).href);
  return Promise.all(
    judges.map(async ({ name, format, available }): Promise<Check> => {
      const reason = await available();
      const judge = `judge ${name}`;
      if (reason === null) return { name: judge, state: 'ok', found: `can judge ${format}` };
      const advice = `Documents are made without it. To work on Etrati itself, see ${path.join(packageRoot, 'conformance/README.md')}.`;
      return { name: judge, state: 'missing', found: reason, advice };
    }),
  );
}

/** Judges are told in one line: nobody needs them to make documents. */
function withJudgesCounted(checks: readonly Check[]): readonly Check[] {
  const judges = checks.filter(({ name }) => name.startsWith('judge '));
  if (judges.length === 0) return checks;
  const usable = judges.filter(({ state }) => state === 'ok').length;
  const found = `${usable} of ${judges.length} can run here; they are for work on Etrati itself, and documents are made without them`;
  return [...checks.filter((check) => !judges.includes(check)), { name: 'judges', state: 'ok', found }];
}

function printed(all: readonly Check[]): string {
  const checks = withJudgesCounted(all);
  const widest = Math.max(...checks.map(({ name }) => name.length));
  const lines = checks.flatMap(({ name, state, found, advice }) => {
    const line = `${state.padEnd(8)} ${name.padEnd(widest)}  ${visible(found)}`;
    return advice === undefined ? [line] : [line, `${' '.repeat(widest + 11)}→ ${visible(advice)}`];
  });
  const broken = checks.filter(({ state }) => state === 'broken').length;
  const verdict =
    broken === 0
      ? 'Documents can be made here.'
      : `Documents cannot be made here: ${broken === 1 ? 'one thing is' : `${broken} things are`} broken, see above.`;
  return `${lines.join('\n')}\n\n${verdict}\n`;
}
