/** Every code that a finding may have, by stage, from the tables of the stages and from the rules. Loaded only to be read by people. */
import { rules as adviceRules } from './advice/rules.ts';
import { rules as treeRules } from './audit/rules.ts';
import { command } from './codes/command.ts';
import { data } from './codes/data.ts';
import { files } from './codes/files.ts';
import { finished } from './codes/finished.ts';
import { layout } from './codes/layout.ts';
import { many } from './codes/many.ts';
import { markup } from './codes/markup.ts';
import { pictures } from './codes/pictures.ts';
import { templates } from './codes/templates.ts';
import { themes } from './codes/themes.ts';
import type { Meaning } from './codes.ts';
import { rules as dataRules } from './input/rules.ts';
import { rules as pressRules } from './preflight/rules.ts';
import type { RulePage } from './rule.ts';

/** Of a rule over data or over the document with what its page says. */
export type CodeEntry = Meaning & { readonly code: string } & Partial<RulePage>;

export interface CodeStage {
  readonly title: string;
  readonly about: string;
  /** Those that the code says where it finds something wrong. */
  readonly meanings: Readonly<Record<string, Meaning>>;
  /** Those that rules find. */
  readonly found: readonly CodeEntry[];
}

export const stages: readonly CodeStage[] = [
  {
    title: 'Files',
    about: 'Reading files: data, themes, messages, rule sets and the config.',
    meanings: files,
    found: [],
  },
  { title: 'Data', about: 'A data file, as the user writes it.', meanings: data, found: dataRules },
  { title: 'Pictures', about: 'Pictures and QR codes.', meanings: pictures, found: [] },
  { title: 'Templates', about: 'The files of a template, and filling it.', meanings: templates, found: [] },
  { title: 'Markup', about: 'What a template writes.', meanings: markup, found: [] },
  { title: 'Document', about: 'The document that all formats are made from.', meanings: {}, found: treeRules },
  {
    title: 'Advice',
    about: 'What no rule can be sure of: given by `etrati check --advice` alone, it stops nothing.',
    meanings: {},
    found: adviceRules,
  },
  { title: 'Themes', about: 'Themes and their fonts.', meanings: themes, found: [] },
  { title: 'Layout', about: 'Pages, and the print edition.', meanings: layout, found: [] },
  {
    title: 'Finished files',
    about: 'The commands outline, preflight and extract. Preflight also checks the print edition when it is built.',
    meanings: finished,
    found: pressRules,
  },
  { title: 'Command line', about: 'The command line, the config and the output.', meanings: command, found: [] },
  { title: 'Manifests', about: 'Manifests of many documents, for `etrati batch`.', meanings: many, found: [] },
];

/** The codes of a stage, sorted. */
export function codesOf({ meanings, found }: CodeStage): readonly CodeEntry[] {
  const stated = Object.entries(meanings).map(([code, meaning]) => ({ code, ...meaning }));
  return [...stated, ...found].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** All codes with their stage. A code that two stages may say stands with the first. */
export function entries(): ReadonlyMap<string, CodeEntry & { readonly stage: string }> {
  const all = stages.flatMap((stage) => codesOf(stage).map((entry) => ({ ...entry, stage: stage.title })));
  return new Map(all.toReversed().map((entry) => [entry.code, entry]));
}
