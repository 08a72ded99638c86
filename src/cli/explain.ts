/** `etrati explain CODE` and `etrati rules`: what findings mean, on stdout. */
import { misuse, Refused } from '../diagnostics.ts';
import { codesOf, entries, stages } from '../rulebook.ts';
import { suggest } from '../suggestion.ts';
import { type ExitCode, exit } from './findings.ts';
import type { Terminal } from './terminal.ts';

/** Prints what a code means and what to do. Throws `Refused` for an unknown code. */
export function explain(code: string, asJson: boolean, { stdout }: Terminal): ExitCode {
  const all = entries();
  const found = all.get(code);
  if (found === undefined) {
    const meant = suggest(code, all.keys());
    const hints = [...(meant === null ? [] : [`Did you mean "${meant}"?`]), 'etrati rules lists all codes.'];
    throw new Refused([misuse('unknown-code', `There is no code "${code}".`, hints)]);
  }
  const { severity, says, mend, clause, stage } = found;
  if (asJson) {
    stdout.write(`${JSON.stringify({ code, severity, stage, says, mend, clause: clause ?? null }, null, 2)}\n`);
    return exit.done;
  }
  const effect =
    severity === 'error'
      ? 'A document with it is not written.'
      : `A document with it is written. The config may allow it: "allow": [{ "code": "${code}", "reason": "…" }].`;
  const lines = [`${severity}[${code}]`, '', `What is wrong: ${says}`, `What to do:    ${mend}`];
  if (clause !== undefined) lines.push(`Asked for by:  ${clause}`);
  stdout.write(`${[...lines, `Found in:      ${stage}`, '', effect].join('\n')}\n`);
  return exit.done;
}

/** Lists all codes by stage, a line each. */
export function rules(asJson: boolean, { stdout }: Terminal): ExitCode {
  if (asJson) {
    const all = [...entries().values()].map(({ code, severity, stage, says, mend, clause }) => ({
      ...{ code, severity, stage, says, mend },
      clause: clause ?? null,
    }));
    all.sort((one, other) => (one.code < other.code ? -1 : 1));
    stdout.write(`${JSON.stringify(all, null, 2)}\n`);
    return exit.done;
  }
  const widest = Math.max(...stages.flatMap((stage) => codesOf(stage).map(({ code }) => code.length)));
  for (const stage of stages) {
    stdout.write(`${stage.title}: ${stage.about}\n`);
    for (const { code, severity, says } of codesOf(stage))
      stdout.write(`  ${code.padEnd(widest)}  ${severity.padEnd(7)}  ${says}\n`);
    stdout.write('\n');
  }
  return exit.done;
}
