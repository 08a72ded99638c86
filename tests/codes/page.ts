/** docs/codes.md: every code that a finding may have, by stage, from the tables of the stages and from the rules. */
import { rules as treeRules } from '../../src/audit/rules.ts';
import { command } from '../../src/codes/command.ts';
import { data } from '../../src/codes/data.ts';
import { files } from '../../src/codes/files.ts';
import { finished } from '../../src/codes/finished.ts';
import { layout } from '../../src/codes/layout.ts';
import { markup } from '../../src/codes/markup.ts';
import { pictures } from '../../src/codes/pictures.ts';
import { templates } from '../../src/codes/templates.ts';
import { themes } from '../../src/codes/themes.ts';
import type { Meaning } from '../../src/codes.ts';
import { rules as dataRules } from '../../src/input/rules.ts';
import { rules as pressRules } from '../../src/preflight/rules.ts';

type Coded = Meaning & { readonly code: string };

interface Stage {
  readonly title: string;
  readonly about: string;
  /** Those that the code says where it finds something wrong. */
  readonly said: Readonly<Record<string, Meaning>>;
  /** Those that rules find. */
  readonly found: readonly Coded[];
}

export const stages: readonly Stage[] = [
  {
    title: 'Files',
    about: 'Reading files: data, themes, messages, rule sets and the config.',
    said: files,
    found: [],
  },
  { title: 'Data', about: 'A data file, as the user writes it.', said: data, found: dataRules },
  { title: 'Pictures', about: 'Pictures and QR codes.', said: pictures, found: [] },
  { title: 'Templates', about: 'The files of a template, and filling it.', said: templates, found: [] },
  { title: 'Markup', about: 'What a template writes.', said: markup, found: [] },
  { title: 'Document', about: 'The document that all formats are made from.', said: {}, found: treeRules },
  { title: 'Themes', about: 'Themes and their fonts.', said: themes, found: [] },
  { title: 'Layout', about: 'Pages, and the print edition.', said: layout, found: [] },
  {
    title: 'Finished files',
    about: 'The commands outline, preflight and extract. Preflight also checks the print edition when it is built.',
    said: finished,
    found: pressRules,
  },
  { title: 'Command line', about: 'The command line, the config and the output.', said: command, found: [] },
];

/** The codes of a stage, sorted. */
export function codesOf({ said, found }: Stage): readonly Coded[] {
  const stated = Object.entries(said).map(([code, meaning]) => ({ code, ...meaning }));
  return [...stated, ...found].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Markdown; `docs/codes.md` is this. */
export function codesPage(): string {
  return [
    '# The codes of findings',
    '',
    'Every finding has a code, as in `error[unknown-field]`. This page lists them by stage: what each means and what to do.',
    'A document with an error is not written; one with warnings is. The schema of the config lists the warnings that a project',
    'may allow.',
    '',
    'Made from `src/codes/` and from the rules; do not edit it here (`UPDATE_GOLDEN=1 npx vitest run tests/codes` writes it',
    'again).',
    '',
    ...stages.flatMap(partOf),
  ].join('\n');
}

function partOf(stage: Stage): readonly string[] {
  return [
    `## ${stage.title}`,
    '',
    stage.about,
    '',
    '| code | severity | meaning | what to do | clause |',
    '|---|---|---|---|---|',
    ...codesOf(stage).map(
      ({ code, severity, says, mend, clause = '' }) =>
        `| \`${code}\` | ${severity} | ${cell(says)} | ${cell(mend)} | ${cell(clause)} |`,
    ),
    '',
  ];
}

/** A text as it is, in a cell of Markdown. */
function cell(text: string): string {
  return text.replaceAll('&', '&amp;').replace(/[\\|<>*_[\]]/g, (sign) => `\\${sign}`);
}
