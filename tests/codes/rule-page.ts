/**
 * docs/rules/CODE.md: the page of a rule, in the form of the rules of ACT (W3C). Its examples are its tests: a value of a sound document
 * and what becomes of it (tests/sound), or else the documents of its own fixtures.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Document } from '../../src/model/document.ts';
import { dump } from '../../src/model/dump.ts';
import { clausesFor } from '../../src/report/rule-clauses.ts';
import type { Standards } from '../../src/report/standards.ts';
import type { CodeEntry } from '../../src/rulebook.ts';
import { packageRoot } from '../../src/world.ts';
import { forms } from '../sound/forms.ts';
import { mutated, sourceOf } from '../sound/mutated.ts';
import { type Json, type Mutation, mutations } from '../sound/mutations.ts';
import { cell } from './page.ts';

export type RuleEntry = CodeEntry & Required<Pick<CodeEntry, 'title' | 'why' | 'applies'>>;

/** Markdown; `docs/rules/CODE.md` is this. */
export async function rulePage(rule: RuleEntry, standards: Standards): Promise<string> {
  const { code, severity, title, says, why, mend, applies } = rule;
  const effect = effects(code)[severity];
  const clauses = clausesOf(rule, standards);
  const lines = [
    `# ${cell(title)}`,
    `\`${code}\`. ${effect}`,
    cell(says),
    '## Why it matters',
    cell(why),
    '## What to do',
    cell(mend),
    '## What it looks at',
    cell(applies),
    ...(clauses.length === 0 ? [] : ['## Asked for by', clauses.map((clause) => `- ${cell(clause)}`).join('\n')]),
    '## Examples',
    ...(await examplesOf(code)),
    'Made from the rule and its tests; do not edit it here (`UPDATE_GOLDEN=1 npx vitest run tests/codes` writes it again).',
  ];
  return `${lines.join('\n\n')}\n`;
}

function effects(code: string): Readonly<Record<RuleEntry['severity'], string>> {
  const allowing = `"allow": [{ "code": "${code}", "reason": "…" }]`;
  return {
    error: 'An error: a document with it is not written.',
    warning: `A warning: a document with it is written. The config may allow it: \`${allowing}\`.`,
    advice: 'Advice: it is given by `etrati check --advice` alone, may be wrong, and stops nothing.',
  };
}

function clausesOf({ code, clause }: RuleEntry, standards: Standards): readonly string[] {
  const { wcag, european, matterhorn } = clausesFor(code, standards);
  return [
    ...wcag.map(({ number, name, level }) => `WCAG 2.2, ${number} ${name} (${level})`),
    ...(clause === undefined || wcag.some(({ number }) => clause === `WCAG 2.2, ${number}`) ? [] : [clause]),
    ...european.map(({ version, clauses }) => `EN 301 549 ${version}, ${clauses.join(', ')}`),
    ...matterhorn.map(({ index, condition }) => `Matterhorn Protocol 1.1, ${index}: ${condition}`),
  ];
}

/** More would show the same again. */
const mostExamples = 2;

async function examplesOf(code: string): Promise<readonly string[]> {
  const own = [...mutations, ...forms].filter((each) => each.code === code).slice(0, mostExamples);
  if (own.length > 0) return own.flatMap(ofMutation);
  return ofDocuments(code);
}

function ofMutation(mutation: Mutation): readonly string[] {
  const source = sourceOf(mutation);
  const { before, after } = mutated(mutation);
  const [passes, fails, inner] = differing(before, after, '');
  const place = `\`${mutation.at}${inner}\` in [${source}](../../${source})`;
  return [`Passes, ${place}:`, json(passes), 'Fails:', json(fails)];
}

/** The innermost value in which two differ, with its path. */
function differing(one: Json, other: Json, at: string): readonly [Json, Json, string] {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return [one, other, at];
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const changed = keys.filter(
    (key) => JSON.stringify(Reflect.get(one, key)) !== JSON.stringify(Reflect.get(other, key)),
  );
  const [only = ''] = changed;
  if (changed.length !== 1) return [one, other, at];
  return differing(
    Reflect.get(one, only),
    Reflect.get(other, only),
    Array.isArray(one) ? `${at}[${only}]` : `${at}.${only}`,
  );
}

function json(value: Json): string {
  return value === undefined ? '(left out)' : `\`\`\`json\n${JSON.stringify(value, null, 1)}\n\`\`\``;
}

async function ofDocuments(code: string): Promise<readonly string[]> {
  const folder = ['tests/audit', 'tests/advice']
    .map((room) => `${room}/${code}`)
    .find((each) => existsSync(path.join(packageRoot, each)));
  if (folder === undefined) throw new Error(`${code} has no example`);
  const load = async (name: string): Promise<{ document: Document; expected?: readonly string[] }> =>
    import(path.join(packageRoot, folder, `${name}.ts`));
  const [pass, fail] = [await load('pass'), await load('fail')];
  return [
    `Passes, the document of [pass.ts](../../${folder}/pass.ts):`,
    text(dump(pass.document).trimEnd()),
    `Fails, that of [fail.ts](../../${folder}/fail.ts):`,
    text(dump(fail.document).trimEnd()),
    'Found in it:',
    text((fail.expected ?? []).join('\n')),
  ];
}

function text(lines: string): string {
  return `\`\`\`text\n${lines}\n\`\`\``;
}
