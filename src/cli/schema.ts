/** `etrati schema`: the JSON Schema of a kind, of the config or of what a command prints, or the page of a kind, on stdout. */
import { configSchema } from '../config.ts';
import { misuse, Refused, Report } from '../diagnostics.ts';
import { diffSchema } from '../diff/published.ts';
import { jsonSchema, kindNamed, kindNames } from '../input/kinds.ts';
import { kindPage } from '../input/manual.ts';
import { answersSchema } from '../report/answers.ts';
import { reportSchema } from '../report/data.ts';
import { openApi } from '../serve/openapi.ts';
import { nameHints } from '../suggestion.ts';
import { diagnosticsSchema } from '../work/published.ts';
import { openWorld } from '../world.ts';
import { type ExitCode, exit } from './findings.ts';
import type { SchemaName } from './schema-names.ts';
import type { Terminal } from './terminal.ts';

const others: Readonly<Record<SchemaName, () => Record<string, unknown>>> = {
  config: configSchema,
  diff: diffSchema,
  openapi: openApi,
  diagnostics: diagnosticsSchema,
  'accessibility-report': reportSchema,
  answers: answersSchema,
};

/** Throws `Refused` for an unknown kind, and with what is wrong in the schema of one. */
export async function schema(name: string, asPage: boolean, { stdout, cwd }: Terminal): Promise<ExitCode> {
  if (isOther(name)) {
    if (asPage)
      throw new Refused([
        misuse('unknown-kind', `"${name}" is not a kind of document, so it has no page of fields.`, [
          'Leave out --page for its JSON Schema.',
        ]),
      ]);
    stdout.write(`${JSON.stringify(others[name](), null, 2)}\n`);
  } else {
    const kind = await kindOf(name, cwd);
    stdout.write(asPage ? kindPage(kind) : `${JSON.stringify(jsonSchema(kind), null, 2)}\n`);
  }
  return exit.done;
}

const isOther = (name: string): name is SchemaName => Object.hasOwn(others, name);

async function kindOf(name: string, cwd: string) {
  const world = await openWorld(cwd);
  const report = new Report();
  const kind = await kindNamed(name, world, report);
  if (kind === null) throw new Refused(report.diagnostics);
  if (kind !== undefined) return kind;
  const hints = nameHints(name, [...(await kindNames(world.root)), ...Object.keys(others)], 'schemas');
  throw new Refused([misuse('unknown-kind', `There is no kind of document "${name}".`, hints)]);
}
