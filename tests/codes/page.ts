/** docs/codes.md: every code that a finding may have, by stage. */
import { type CodeStage, codesOf, stages } from '../../src/rulebook.ts';

/** Markdown; `docs/codes.md` is this. */
export function codesPage(): string {
  return [
    '# The codes of findings',
    '',
    'Every finding has a code, as in `error[unknown-field]`. This page lists them by stage: what each means and what to do.',
    'A document with an error is not written; one with warnings is. The schema of the config lists the warnings that a project',
    'may allow. A code with a link has a page of its own, with why it matters, the clauses of standards and examples.',
    '',
    'Made from `src/codes/` and from the rules; do not edit it here (`UPDATE_GOLDEN=1 npx vitest run tests/codes` writes it',
    'again).',
    '',
    ...stages.flatMap(partOf),
  ].join('\n');
}

function partOf(stage: CodeStage): readonly string[] {
  return [
    `## ${stage.title}`,
    '',
    stage.about,
    '',
    '| code | severity | meaning | what to do | clause |',
    '|---|---|---|---|---|',
    ...codesOf(stage).map(
      ({ code, severity, title, says, mend, clause = '' }) =>
        `| ${title === undefined ? `\`${code}\`` : `[\`${code}\`](rules/${code}.md)`} | ${severity} | ${cell(says)} | ${cell(mend)} | ${cell(clause)} |`,
    ),
    '',
  ];
}

/** A text as it is, in a cell of Markdown. */
export function cell(text: string): string {
  return text.replaceAll('&', '&amp;').replace(/[\\|<>*_[\]]/g, (sign) => `\\${sign}`);
}
