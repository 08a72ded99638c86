/** What the rules of data judge, and where they find it: at a value. The data has passed its schema. */
import type { Path } from '../../json/path.ts';
import type * as general from '../../rule.ts';
import type { DataSheet } from './sheet.ts';

export type DataFinding = general.Finding<Path>;
export type DataRule = general.Rule<DataSheet, Path> & general.RulePage;
