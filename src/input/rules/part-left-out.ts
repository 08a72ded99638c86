import type { Path } from '../../json/path.ts';
import type { DataRule } from '../check/rule.ts';

/** The parts of a report that are made from data elsewhere, and the data. */
const made: readonly (readonly [part: string, data: string])[] = [
  ['results.matrix', 'results.levels'],
  ['annexes.indicators', 'results.levels'],
  ['annexes.indicators.periods', 'results.periods'],
  ['activities.plan', 'activities.groups'],
  ['activities.chart', 'activities.groups'],
  ['budget.table', 'budget.money'],
  ['budget.chart', 'budget.money'],
  ['annexes.finance', 'budget.money'],
  ['annexes.finance.instalments', 'budget.money.received'],
  ['risks.matrix', 'risks.register'],
  ['risks.watch', 'risks.register'],
  ['lessons.table', 'lessons.items'],
  ['context.roles', 'project.organisations'],
];

/** Data, where `*` is any entry of a list and `~` any that the matrix does not show (it has the parts by sex), and the parts that each show all of it. A chart does not show remarks. */
const shown: readonly (readonly [data: string, ...parts: string[]])[] = [
  ['results.levels', 'results.matrix', 'annexes.indicators'],
  ['results.periods', 'results.levels'],
  ['results.periods', 'results.matrix', 'annexes.indicators.periods'],
  ['results.periods.1', 'annexes.indicators.periods'],
  ['results.levels.*.assumption', 'annexes.indicators'],
  ['results.levels.*.indicators.*.verification', 'annexes.indicators'],
  ['results.levels.*.indicators.*.comment', 'annexes.indicators'],
  ['results.levels.*.indicators.*.values.1', 'annexes.indicators.periods'],
  ['results.levels.*.indicators.*.disaggregation.~', 'annexes.indicators.parts'],
  ['activities.groups', 'activities.plan'],
  ['budget.money', 'budget.table', 'budget.chart', 'annexes.finance'],
  ['budget.money.categories.*.lines', 'annexes.finance.lines'],
  ['budget.money.categories.*.lines.*.note', 'annexes.finance.lines'],
  ['budget.money.received', 'annexes.finance.instalments'],
  ['risks.register', 'risks.watch'],
  ['lessons.items', 'lessons.table'],
  ['project.organisations', 'context.roles'],
  ['project.targetGroups', 'context.facts'],
  ['project.locations', 'context.facts'],
  ['project.sectors', 'context.facts'],
];

export const partLeftOut: DataRule = {
  code: 'part-left-out',
  title: 'Part that is left out',
  why: 'The author believes that it is in the document; readers never see it.',
  applies: 'Tables and charts that are made of other data.',
  severity: 'warning',
  says: 'A table or chart has a heading and no data, or data has no heading: it is left out.',
  mend: 'Add the field that the finding names, or remove the other.',
  *check(sheet) {
    for (const { path, value } of sheet.parts('report')) {
      for (const [part, data] of made) {
        const [at] = found(value, part);
        if (at === undefined || found(value, data).length > 0) continue;
        const name = part.split('.').at(-1);
        const message = `"${name}" is left out, because the data that it is made from is missing: "${data}".`;
        yield { at: [...path, ...at], message, hints: [`Add "${data}", or remove "${name}".`] };
      }
      for (const [missing, fields] of unshown(value)) {
        const names = fields.map(({ name }) => `"${name}"`).join(', ');
        const verb = fields.length > 1 ? 'are not all' : 'is not';
        const them = fields.length > 1 ? 'them' : names;
        const message = `${names} ${verb} shown, because the part that ${fields.length > 1 ? 'they belong' : 'it belongs'} in is missing: ${missing}.`;
        const otherwise = fields.some(({ name }) => needed.has(name))
          ? 'allow the warning in the config'
          : `remove ${them}`;
        yield { at: [...path, ...(fields[0]?.at ?? [])], message, hints: [`Add ${missing}, or ${otherwise}.`] };
      }
    }
  },
};

/** Fields that their records cannot do without. */
const needed: ReadonlySet<string> = new Set(['lines', 'verification']);

type Data = Readonly<Record<string, unknown>>;

/** By the parts that are missing, whose names are in quotes: the data that nothing shows, each where it is first. */
function unshown(report: Data): Map<string, { readonly name: string; readonly at: Path }[]> {
  const all = new Map<string, { readonly name: string; readonly at: Path }[]>();
  for (const [data, ...parts] of shown) {
    const [at] = found(report, data);
    if (at === undefined || parts.some((part) => found(report, part).length > 0) || isChosen(report, data, parts))
      continue;
    // Values of periods that are missing are an error of their own.
    if (data.endsWith('.values.1') && found(report, 'results.periods').length === 0) continue;
    const missing = parts.map((part) => `"${topmost(report, part)}"`).join(' or ');
    const name = data.split('.').findLast((step) => /^[a-z]/i.test(step)) ?? data;
    all.set(missing, [...(all.get(missing) ?? []), { name, at }]);
  }
  return all;
}

/** The part itself, or the part around it that is missing with it. */
function topmost(report: Data, part: string): string {
  const around = part.slice(0, part.lastIndexOf('.'));
  return around.includes('.') && found(report, around).length === 0 ? topmost(report, around) : part;
}

/**
 * Whoever leaves out a whole chapter that shows data of others has chosen so: the data is checked, and serves catalogues. The
 * annexes are no chapter that anyone leaves out: what only they show is missed where the chapter of the data is there. Lines of
 * a budget are in the sums that it shows.
 */
function isChosen(report: Data, data: string, parts: readonly string[]): boolean {
  const chapterOf = (field: string) => field.split('.')[0] ?? field;
  return parts.every((part) => {
    const chapter = chapterOf(part);
    if (chapter === 'annexes' && !data.endsWith('.lines')) return false;
    return chapter !== chapterOf(data) && found(report, chapter).length === 0;
  });
}

/** The places of a field that are filled. */
function found(report: Data, field: string): Path[] {
  let here: { readonly at: Path; readonly value: unknown }[] = [{ at: [], value: report }];
  for (const step of field.split('.')) {
    here = here.flatMap(({ at, value }) => {
      const steps = step === '*' || step === '~' ? entries(value, step === '~') : [step];
      return steps.map((each) => {
        const key = Array.isArray(value) ? Number(each) : each;
        return { at: [...at, key], value: Reflect.get(Object(value), key) ?? null };
      });
    });
  }
  return here
    .filter(({ value }) => value !== null && !(Array.isArray(value) && value.length === 0))
    .map(({ at }) => at);
}

function entries(list: unknown, besidesSex: boolean): number[] {
  if (!Array.isArray(list)) return [];
  return [...list.keys()].filter((index) => !besidesSex || Reflect.get(Object(list[index]), 'by') !== 'sex');
}
