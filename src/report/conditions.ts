/** Verdicts on the conditions of each standard. */
import type { Grounds } from './basis.ts';
import type { ReportData } from './data.ts';
import { type Case, type Verdict, verdictOn } from './evaluate.ts';
import { matterhorn } from './matterhorn.ts';
import type { EuropeanClauses, MatterhornCondition, Standards } from './standards.ts';
import { earlier, wcag } from './wcag.ts';

/** veraPDF decides each condition for a machine, and tells failures by the clause of ISO 14289-1. */
export function onMatterhorn({ matterhorn: protocol }: Standards, subject: Case): ReportData['matterhorn'] {
  const verdict = ({ index, section, how }: MatterhornCondition) => {
    const basis = matterhorn[index] ?? {};
    const judges = how === 'M' ? ['verapdf' as const, ...(basis.judges ?? [])] : (basis.judges ?? []);
    return plain(
      verdictOn({ ...basis, judges }, subject, { clause: section.replace(/-\d+$/, ''), isHuman: how === 'H' }),
    );
  };
  const conditions = protocol.conditions.map((each) => {
    const { index, condition, section, how } = each;
    return { index, condition: condition.en, section, how, verdict: verdict(each) };
  });
  return { version: protocol.version, conditions };
}

export function onCriteria({ wcag: standard }: Standards, subject: Case): ReportData['wcag'] {
  const criteria = standard.criteria.map(({ number, level, name }) => ({
    ...{ number, level, name: name.en },
    verdict: plain(verdictOn(basisOf(number), subject)),
  }));
  return { version: standard.version, criteria };
}

export function onClauses({ european }: Standards, subject: Case): ReportData['european'] {
  return european.map(({ name, version, clauses }) => ({
    ...{ name, version },
    clauses: clauses.map((each) => ({
      ...{ clause: each.clause, title: each.title?.en ?? 'Void', wcag: each.wcag ?? null },
      verdict: plain(verdictOn(basisOfClause(each), subject)),
    })),
  }));
}

/** A criterion that we have nothing on is for nobody to call kept: it shows as not decided. */
function basisOf(number: string): Grounds {
  return wcag[number] ?? earlier[number] ?? {};
}

function basisOfClause({ void: isVoid, wcag: number, absent }: EuropeanClauses['clauses'][number]): Grounds {
  if (isVoid === true) return { absent: ['void'] };
  if (absent !== undefined) return { absent: [absent] };
  return number === undefined ? {} : basisOf(number);
}

/** As zod has arrays. */
function plain(verdict: Verdict) {
  const { readings, rules, judges, questions, faults, allowed } = verdict;
  return {
    ...verdict,
    ...{ readings: [...readings], rules: [...rules], judges: [...judges], questions: [...questions] },
    ...{ faults: [...faults], allowed: [...allowed] },
  };
}
