/** `etrati schema`: the JSON Schema of a kind, of the config or of a diff, on stdout. */
import { configSchema } from '../config.ts';
import { misuse, Refused } from '../diagnostics.ts';
import { diffSchema } from '../diff/published.ts';
import { jsonSchema, kinds } from '../input/kinds.ts';
import { nameHints } from '../suggestion.ts';
import { type ExitCode, exit } from './findings.ts';
import type { Terminal } from './terminal.ts';

/** Throws `Refused` for an unknown kind. */
export async function schema(name: string, { stdout }: Terminal): Promise<ExitCode> {
  stdout.write(`${JSON.stringify(schemaNamed(name), null, 2)}\n`);
  return exit.done;
}

function schemaNamed(name: string): object {
  if (name === 'config') return configSchema();
  if (name === 'diff') return diffSchema();
  const kind = kinds[name];
  if (kind !== undefined) return jsonSchema(kind);
  const hints = nameHints(name, [...Object.keys(kinds), 'config', 'diff'], 'schemas');
  throw new Refused([misuse('unknown-kind', `There is no kind of document "${name}".`, hints)]);
}
