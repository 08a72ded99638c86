/** `etrati explain CODE` and `etrati rules`: what findings mean, on stdout. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { misuse, Refused } from '../diagnostics.ts';
import { clausesFor } from '../report/rule-clauses.ts';
import { loadStandards } from '../report/standards.ts';
import { codesOf, entries, stages } from '../rulebook.ts';
import { suggest } from '../suggestion.ts';
import { packageRoot } from '../world.ts';
import { type ExitCode, exit } from './findings.ts';
import type { Terminal } from './terminal.ts';

/** Prints what a code means and what to do: of a rule its page, with examples. Throws `Refused` for an unknown code. */
export async function explain(code: string, asJson: boolean, { stdout }: Terminal): Promise<ExitCode> {
  const all = entries();
  const found = all.get(code);
  if (found === undefined) {
    const meant = suggest(code, all.keys());
    const hints = [...(meant === null ? [] : [`Did you mean "${meant}"?`]), 'etrati rules lists all codes.'];
    throw new Refused([misuse('unknown-code', `There is no code "${code}".`, hints)]);
  }
  const { severity, title, says, why, mend, applies, clause, stage } = found;
  if (asJson) {
    const published =
      title === undefined ? {} : { title, why, applies, clauses: clausesFor(code, await loadStandards()) };
    const known = { code, severity, stage, says, mend, clause: clause ?? null, ...published };
    stdout.write(`${JSON.stringify(known, null, 2)}\n`);
    return exit.done;
  }
  if (title !== undefined) {
    stdout.write(unescaped(await readFile(path.join(packageRoot, 'docs/rules', `${code}.md`), 'utf8')));
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

/** Markdown for a terminal: signs and names of files as they are. */
function unescaped(page: string): string {
  return page
    .replace(/\]\(\.\.\/[^)\s]*\)/g, ']')
    .replace(/\\([\\|<>*_[\]])/g, '$1')
    .replaceAll('&amp;', '&');
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
