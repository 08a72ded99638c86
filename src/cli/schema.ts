/** `etrati schema`: the JSON Schema of a kind, on stdout. */
import { Refused } from '../diagnostics.ts';
import { jsonSchema, kinds } from '../input/kinds.ts';
import { nameHints } from '../suggestion.ts';
import { type ExitCode, exit, misuse } from './findings.ts';
import type { Terminal } from './terminal.ts';

/** Throws `Refused` for an unknown kind. */
export async function schema(name: string, { stdout }: Terminal): Promise<ExitCode> {
  const kind = kinds[name];
  if (kind === undefined) {
    const hints = nameHints(name, Object.keys(kinds), 'kinds');
    throw new Refused([misuse('unknown-kind', `There is no kind of document "${name}".`, hints)]);
  }
  stdout.write(`${JSON.stringify(jsonSchema(kind), null, 2)}\n`);
  return exit.done;
}
