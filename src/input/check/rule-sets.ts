/** The rule sets of donors: data in `templates/visibility/<name>.json`, the project's own or ours. */
import { join } from 'node:path';
import * as z from 'zod';
import type { Place, Report } from '../../diagnostics.ts';
import { readJson } from '../../json/json.ts';
import { pathText } from '../../json/path.ts';
import { decode } from '../../json/source.ts';
import { packageRoot, type World } from '../../world.ts';

const wording = z.record(z.string(), z.string().min(1)).nullable();

const ruleSetSchema = z.strictObject({
  name: z.string().min(1),
  /** Where the donor publishes its rules. */
  source: z.string().nullable(),
  needs: z.array(z.enum(['emblem', 'grant', 'authority'])),
  /** By language; `{donor}`, `{authority}` and `{grant}` stand for what the document says. */
  funding: wording,
  disclaimer: wording,
});

export type RuleSet = z.output<typeof ruleSetSchema>;
export type RuleSets = ReadonlyMap<string, RuleSet>;

const byteLimit = 256 * 1024;
const folder = 'templates/visibility';

/**
 * Reads the rule sets that data names. Errors at the name: `unknown-rule-set`; in the file: what `readJson` finds, and
 * `bad-rule-set`.
 */
export async function loadRuleSets(
  names: readonly { readonly name: string; readonly at: Place }[],
  world: World,
  report: Report,
): Promise<RuleSets> {
  const sets = new Map<string, RuleSet>();
  for (const { name, at } of names) {
    if (sets.has(name)) continue;
    const set = await loadRuleSet(name, at, world, report);
    if (set !== null) sets.set(name, set);
  }
  return sets;
}

async function loadRuleSet(name: string, at: Place, world: World, report: Report): Promise<RuleSet | null> {
  const own = `${folder}/${name}.json`;
  const file = (await world.exists(own)) ? own : join(packageRoot, own);
  if (!(await world.exists(file))) {
    const hints = [`Add ${own}, or write one of Etrati: "eu", "neutral".`];
    report.error('unknown-rule-set', at, `There is no rule set "${name}".`, { hints });
    return null;
  }
  const source = decode(await world.read(file, byteLimit, at), own, report);
  const json = source === null ? null : readJson(source, report);
  if (json === null) return null;
  const checked = ruleSetSchema.safeParse(json.value);
  if (checked.success) return checked.data;
  for (const { path, message } of checked.error.issues) {
    report.error('bad-rule-set', json.placeOf(pathText(path)), `The rule set has an error here: ${message}.`, {
      hints: [`Write it as in ${folder}/eu.json.`],
    });
  }
  return null;
}
