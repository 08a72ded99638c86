import type { Path } from '../../json/path.ts';
import type { Rule } from '../check/rule.ts';

/** The data that parts of a report are made from, and the parts. */
const made: readonly { readonly data: readonly string[]; readonly parts: readonly (readonly string[])[] }[] = [
  {
    data: ['results', 'levels'],
    parts: [
      ['results', 'matrix'],
      ['annexes', 'indicators'],
    ],
  },
  { data: ['results', 'periods'], parts: [['annexes', 'indicators', 'periods']] },
  {
    data: ['activities', 'groups'],
    parts: [
      ['activities', 'plan'],
      ['activities', 'chart'],
    ],
  },
  {
    data: ['budget', 'money'],
    parts: [
      ['budget', 'table'],
      ['budget', 'chart'],
      ['annexes', 'finance'],
    ],
  },
  { data: ['budget', 'money', 'received'], parts: [['annexes', 'finance', 'instalments']] },
  {
    data: ['risks', 'register'],
    parts: [
      ['risks', 'matrix'],
      ['risks', 'watch'],
    ],
  },
  { data: ['lessons', 'items'], parts: [['lessons', 'table']] },
  { data: ['project', 'organisations'], parts: [['context', 'roles']] },
];

/** What one part shows among other things, which go on without it. */
const among: typeof made = ['targetGroups', 'locations', 'sectors'].map((name) => ({
  data: ['project', name],
  parts: [['context', 'facts']],
}));

/** What says more than a report shows: it is checked, and serves catalogues. */
const aside: ReadonlySet<string> = new Set(['results.periods', 'budget.money.received']);

/** Facts of the project serve catalogues too: who leaves out the whole chapter that shows them has chosen so. */
const chosen = (report: Readonly<Record<string, unknown>>, from: string): boolean =>
  from.startsWith('project.') && !given(report, ['context']);

export const partLeftOut: Rule = {
  code: 'part-left-out',
  severity: 'warning',
  says: 'A table or chart has a heading and no data, or data has no heading: it is left out.',
  mend: 'Add the field that the finding names, or remove the other.',
  *check(sheet) {
    for (const { path, value } of sheet.parts('report')) {
      for (const { data, parts } of [...made, ...among]) {
        const from = data.join('.');
        const shown = parts.filter((each) => given(value, each));
        if (given(value, data)) {
          if (shown.length > 0 || aside.has(from) || chosen(value, from)) continue;
          const names = parts.map((each) => `"${each.join('.')}"`).join(' or ');
          const message = `"${data.at(-1)}" is not shown, because the part that it belongs in is missing: ${names}.`;
          yield { at: [...path, ...data], message, hints: [`Add ${names}, or remove "${data.at(-1)}".`] };
        } else if (!among.some((each) => each.data === data)) {
          for (const each of shown) yield leftOut([...path, ...each], from);
        }
      }
    }
  },
};

function leftOut(at: Path, from: string) {
  const name = String(at.at(-1));
  const message = `"${name}" is left out, because the data that it is made from is missing: "${from}".`;
  return { at, message, hints: [`Add "${from}", or remove "${name}".`] };
}

function given(report: Readonly<Record<string, unknown>>, path: readonly string[]): boolean {
  let here: unknown = report;
  for (const name of path) here = Reflect.get(Object(here), name) ?? null;
  return here !== null;
}
