/** The standards as data: what `standards/` holds. A newer version of one is a file more there. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LanguageTag } from '../language/languages.ts';
import { packageRoot } from '../world.ts';
import type { Absence, Construction, QuestionName, ReadingName } from './basis.ts';

export type InLanguages = Readonly<Record<LanguageTag, string>>;

export interface MatterhornProtocol {
  readonly name: string;
  readonly version: string;
  readonly tests: string;
  readonly source: string;
  readonly licence: string;
  readonly checkpoints: readonly { readonly id: string; readonly title: InLanguages }[];
  readonly conditions: readonly MatterhornCondition[];
}
export interface MatterhornCondition {
  readonly index: string;
  readonly condition: InLanguages;
  /** Of ISO 14289-1, with the number of its sentence. */
  readonly section: string;
  readonly type: string | null;
  /** Whether a machine decides it, or a person; null where there is no test. */
  readonly how: 'M' | 'H' | null;
}
export interface SuccessCriteria {
  readonly name: string;
  readonly version: string;
  readonly source: string;
  readonly criteria: readonly { readonly number: string; readonly level: string; readonly name: InLanguages }[];
}
/** The clauses of EN 301 549 on documents. */
export interface EuropeanClauses {
  readonly name: string;
  readonly version: string;
  readonly date: string;
  readonly refers: string;
  readonly status: InLanguages;
  readonly source: string;
  readonly clauses: readonly {
    readonly clause: string;
    readonly title?: InLanguages;
    readonly void?: boolean;
    readonly wcag?: string;
    readonly absent?: Absence;
  }[];
}
export interface EvidenceTexts {
  readonly constructions: Readonly<Record<Construction, InLanguages>>;
  readonly absences: Readonly<Record<Absence, InLanguages>>;
  readonly readings: Readonly<Record<ReadingName, InLanguages>>;
  /** The name of each kind of question, and the question. */
  readonly questions: Readonly<Record<QuestionName, Readonly<Record<LanguageTag, readonly [string, string]>>>>;
}

/** The catalogue of OpenACR that a report names: its chapters with their criteria. */
export interface Catalog {
  readonly catalog: string;
  readonly chapters: readonly {
    readonly id: string;
    readonly criteria: readonly {
      readonly id: string;
      readonly handle: string;
      readonly components: readonly string[];
    }[];
  }[];
  readonly terms: readonly string[];
}

export interface Standards {
  readonly matterhorn: MatterhornProtocol;
  readonly wcag: SuccessCriteria;
  /** By version, the oldest first. */
  readonly european: readonly EuropeanClauses[];
  readonly texts: EvidenceTexts;
  readonly catalog: Catalog;
}

/** Reads them anew: another folder than the package's is for tests. */
export async function loadStandards(folder: string = path.join(packageRoot, 'standards')): Promise<Standards> {
  const read = async <T>(name: string): Promise<T> => JSON.parse(await readFile(path.join(folder, name), 'utf8'));
  const versions = (await readdir(path.join(folder, 'en-301-549'))).filter((name) => name.endsWith('.json'));
  const [matterhorn, wcag, texts, catalog, ...european] = await Promise.all([
    read<MatterhornProtocol>('matterhorn-1.1.json'),
    read<SuccessCriteria>('wcag-2.2.json'),
    read<EvidenceTexts>('evidence.json'),
    read<Catalog>('openacr/catalog.json'),
    ...versions.map((name) => read<EuropeanClauses>(`en-301-549/${name}`)),
  ]);
  const older = (one: EuropeanClauses, other: EuropeanClauses) =>
    one.version.localeCompare(other.version, 'en', { numeric: true });
  return { matterhorn, wcag, texts, catalog, european: european.sort(older) };
}
