/** What rules of advice judge: a document, with what checks the spelling of its languages. They may be wrong, and are asked for. */
import type { Place } from '../diagnostics.ts';
import type { Document } from '../model/document.ts';
import type * as general from '../rule.ts';
import type { Spellers } from './speller.ts';

export interface Advised {
  readonly document: Document;
  readonly spellers: Spellers;
}

export type AdviceRule = general.Rule<Advised, Place> & general.RulePage;
