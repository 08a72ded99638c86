/** From what a document and its files are to a verdict on each condition. Nothing that a person must judge is called passed. */
import type { Diagnostic } from '../diagnostics.ts';
import type { Answer } from './answers.ts';
import type { Absence, Construction, Grounds, JudgeName, ReadingName } from './basis.ts';
import type { Judgement } from './judges.ts';
import type { PlaceAsked } from './places.ts';
import type { PdfFacts } from './probe.ts';

/** A file that was made, with what judges have said of these very bytes. */
export interface JudgedFile {
  readonly file: string;
  readonly format: string;
  readonly judgements: readonly Judgement[];
}

/** All that verdicts rest on. */
export interface Case {
  readonly features: ReadonlySet<string>;
  readonly pdfs: readonly PdfFacts[];
  readonly files: readonly JudgedFile[];
  readonly asked: readonly PlaceAsked[];
  readonly answers: ReadonlyMap<string, Answer>;
  /** What was found and not allowed. */
  readonly findings: readonly Diagnostic[];
  readonly allowed: readonly Diagnostic[];
}

export type VerdictKind = 'by-construction' | 'checked' | 'for-person' | 'not-applicable';

/** How a question stands: `open` until each of its places has an answer, `denied` where one answer is no. */
export type QuestionState = 'open' | 'answered' | 'denied';

export interface JudgeVerdict {
  readonly judge: JudgeName;
  readonly verdict: 'passed' | 'failed' | 'not run';
}

export interface Verdict {
  readonly kind: VerdictKind;
  /** Why it does not apply. */
  readonly absence: Absence | null;
  readonly construction: Construction | null;
  /** What was read back from the finished PDFs. */
  readonly readings: readonly ReadingName[];
  /** The codes of the rules that look for it. */
  readonly rules: readonly string[];
  readonly judges: readonly JudgeVerdict[];
  /** The keys of the questions, at their places. */
  readonly questions: readonly string[];
  readonly state: QuestionState | null;
  /** What speaks against it: a reading, a code with how often it was found, a judge, a person. Empty where nothing was found. */
  readonly faults: readonly string[];
  /** Codes of what was found and is allowed by the project. */
  readonly allowed: readonly string[];
}

/** Formats that each judge looks at. */
const judged: Readonly<Record<JudgeName, readonly string[]>> = {
  verapdf: ['pdf', 'print'],
  'pdf-structure': ['pdf', 'print'],
  poppler: ['pdf', 'print'],
  qpdf: ['pdf', 'print'],
  press: ['print'],
  separations: ['print'],
  axe: ['html'],
  page: ['html'],
  nu: ['html'],
  'docx-accessibility': ['docx'],
  'open-xml-sdk': ['docx'],
  'openxml-audit': ['docx'],
  libreoffice: ['docx'],
};
export const judgeNames = Object.keys(judged) as readonly JudgeName[];

/** What each judge of a file's format has said of it; `not run` for those that have not. */
export function judgesOf({ file, format, judgements }: JudgedFile) {
  return judgeNames
    .filter((judge) => judged[judge].includes(format))
    .map((judge) => {
      const own = judgements.find((each) => each.judge === judge);
      const { verdict = 'not run' as const, faults = [], open = [] } = own ?? {};
      return { judge, file, verdict, faults: [...faults], open: [...open] };
    });
}

export interface ConditionFacts {
  /** Of ISO 14289-1, by which veraPDF tells failures; without it all of a judge’s faults count. */
  readonly clause?: string;
  /** Whether the standard leaves it to a person: then no program decides it. */
  readonly isHuman?: boolean;
}

export function verdictOn(basis: Grounds, subject: Case, { clause, isHuman = false }: ConditionFacts = {}): Verdict {
  const { absent = [], asks = [], made = null, needs } = basis;
  const readings = subject.pdfs.length === 0 ? [] : (basis.reads ?? []);
  const rules = basis.rules ?? [];
  const judges = (basis.judges ?? [])
    .map((judge) => judgeOn(judge, subject, clause ?? null))
    .filter((each) => each !== null);
  const places = subject.asked.filter(({ question }) => asks.includes(question));
  const questions = places.map(({ node }) => node);
  const found = countCodes(rules, subject.findings);
  const faults = [
    ...readings.filter((reading) => subject.pdfs.some((pdf) => !pdf.readings[reading])),
    ...found.map(({ code, count }) => (count === 1 ? code : `${code} × ${count}`)),
    ...judges.filter(({ verdict }) => verdict === 'failed').map(({ judge }) => judge),
  ];
  const allowed = countCodes(rules, subject.allowed).map(({ code }) => code);
  const common = {
    absence: null,
    construction: null,
    readings,
    rules,
    judges,
    questions: [],
    state: null,
    faults,
    allowed,
  };
  const absence = absent.find((each) => isAbsent(each, subject)) ?? null;
  if (absence !== null && faults.length === 0)
    return { ...common, kind: 'not-applicable', absence, readings: [], rules: [], judges: [] };
  if (questions.length > 0) {
    const answers = places.map(({ node }) => subject.answers.get(node)?.answer ?? null);
    const denied = answers.includes('no');
    const state = denied ? 'denied' : answers.includes(null) ? 'open' : 'answered';
    return { ...common, kind: 'for-person', questions, state, faults: denied ? [...faults, 'answer'] : faults };
  }
  const ran = judges.some(({ verdict }) => verdict !== 'not run');
  const holds = made !== null && (needs === undefined || subject.files.some(({ format }) => format === needs));
  if (readings.length === 0 && holds && !ran) return { ...common, kind: 'by-construction', construction: made };
  if (isHuman && holds) return { ...common, kind: 'by-construction', construction: made };
  // What nothing here can decide is open: its subject is there, and no question of ours fits it.
  const looked = readings.length > 0 || rules.length > 0 || ran;
  if (isHuman || !looked) return { ...common, kind: 'for-person', state: 'open' };
  return { ...common, kind: 'checked', construction: holds ? made : null };
}

function countCodes(codes: readonly string[], diagnostics: readonly Diagnostic[]) {
  return codes.flatMap((code) => {
    const count = diagnostics.filter((each) => each.code === code).length;
    return count === 0 ? [] : [{ code, count }];
  });
}

/** Null where it judges none of the formats that were made. */
function judgeOn(judge: JudgeName, { files }: Case, clause: string | null): JudgeVerdict | null {
  const own = files.filter(({ format }) => judged[judge].includes(format));
  if (own.length === 0) return null;
  const verdicts = own.map(({ judgements }) => judgements.find((each) => each.judge === judge));
  const isFailed = verdicts.some(
    (each) => each?.verdict === 'failed' && each.faults.some((fault) => concerns(judge, fault.rule, clause)),
  );
  if (isFailed) return { judge, verdict: 'failed' };
  const all = verdicts.every((each) => each !== undefined && each.verdict !== 'not run');
  return { judge, verdict: all ? 'passed' : 'not run' };
}

/** veraPDF names its rules `ua1 7.18.5-1`; what it finds as PDF/A or by no clause is the file’s as a whole. */
function concerns(judge: JudgeName, rule: string, clause: string | null): boolean {
  const [, flavour, found] = /^(\w+) (\d[\d.]*)-\d+$/.exec(rule) ?? [];
  if (judge !== 'verapdf' || clause === null || found === undefined) return true;
  return flavour === 'ua1' && found === clause;
}

/** What a link does; all else that a file does by itself is a script. */
const following: ReadonlySet<string> = new Set(['URI', 'GoTo', 'GoToR', 'GoToE']);
const moving: ReadonlySet<string> = new Set(['Screen', 'Movie', 'Sound', 'RichMedia', '3D']);

export function isAbsent(absence: Absence, { features, pdfs, asked }: Case): boolean {
  const none = (isFound: (pdf: PdfFacts) => boolean) => !pdfs.some(isFound);
  const noType = (...types: readonly string[]) => none((pdf) => pdf.types.some((type) => types.includes(type)));
  const lacks = (...kinds: readonly string[]) => !kinds.some((kind) => features.has(kind));
  const unasked = (question: string) => !asked.some((each) => each.question === question);
  switch (absence) {
    case 'scripts':
      return none((pdf) => pdf.actions.some((action) => !following.has(action)));
    case 'media':
      return none((pdf) => pdf.annotations.some((type) => moving.has(type)));
    case 'forms':
      return none((pdf) => pdf.has.forms);
    case 'optional-content':
      return none((pdf) => pdf.has.layers);
    case 'embedded-files':
      return none((pdf) => pdf.has.files);
    case 'threads':
      return none((pdf) => pdf.has.threads);
    case 'encryption':
      return none((pdf) => pdf.has.encryption);
    case 'reference-xobjects':
      return none((pdf) => pdf.has.referenceXObjects);
    case 'simple-fonts':
      return none((pdf) => pdf.has.simpleFonts);
    case 'other-encodings':
      return none((pdf) => pdf.has.otherEncodings);
    case 'cidset':
      return none((pdf) => pdf.has.cidSets);
    case 'annotations':
      return none((pdf) => pdf.annotations.length > 0);
    case 'other-annotations':
      return none((pdf) => pdf.annotations.some((type) => type !== 'Link'));
    case 'ruby':
      return noType('Ruby', 'RB', 'RT', 'RP', 'Warichu', 'WT', 'WP');
    case 'types':
      return none((pdf) => Object.keys(pdf.roles).length > 0);
    case 'tables':
      return lacks('table', 'chart') && noType('Table');
    case 'lists':
      return lacks('list', 'terms') && noType('L');
    case 'ordered-lists':
      return lacks('ordered-list');
    case 'contents':
      return lacks('contents') && noType('TOC');
    case 'figures':
      return lacks('figure', 'chart') && noType('Figure');
    case 'captions':
      return unasked('captions') && noType('Caption');
    case 'notes':
      return lacks('note') && noType('Note');
    case 'formulas':
      return noType('Formula');
    case 'links':
      return lacks('link') && none((pdf) => pdf.annotations.includes('Link'));
    case 'decorative':
      return unasked('decorative');
    case 'groups':
      return unasked('picture-groups');
    case 'maths':
      return unasked('maths') && unasked('picture-of-words');
    case 'blanks':
      return unasked('blanks') && unasked('picture-of-words');
    case 'no-test':
    case 'sets':
    case 'void':
      return true;
    default:
      return absence satisfies never;
  }
}
