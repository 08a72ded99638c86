/** What a project says of warnings that it knows to be right: by code, and by path and file where it is narrower. */
import * as z from 'zod';
import { rules as treeRules } from '../audit/rules.ts';
import type { Place } from '../diagnostics.ts';
import { type IssueParams, optional, text } from '../input/kinds/fields.ts';
import { pastedWarning } from '../input/pasted.ts';
import { rules as dataRules } from '../input/rules.ts';
import { readingWarnings } from '../json/json.ts';
import { suggest } from '../suggestion.ts';
import { buildWarnings, printWarnings } from '../write/targets.ts';

const rules = [...treeRules, ...dataRules];

/** Said of an allowance that no warning needs; a project may allow it as well. */
const unusedWarning = 'allowance-unused';

const warnings: readonly string[] = [
  ...rules.filter(({ severity }) => severity === 'warning').map(({ code }) => code),
  ...buildWarnings,
  ...printWarnings,
  pastedWarning,
  unusedWarning,
  ...readingWarnings,
];
const errors = rules.filter(({ severity }) => severity === 'error').map(({ code }) => code);

const pathForm = /^\$(?:\.[\p{L}_$][\p{L}\p{N}_$]*|\[(?:\d+|\*|"[^"]*")\])*$/u;

export const allowance = z
  .strictObject({
    code: z
      .string()
      .superRefine((code, context) => {
        if (!warnings.includes(code)) context.addIssue({ code: 'custom', params: { ...forbidden(code) } });
      })
      .meta({ enum: [...warnings] })
      .describe('The code of the warning, as in warning[code]; errors cannot be allowed'),
    reason: text.describe('Why the text is right as it is'),
    file: optional(
      z.string().min(1).describe('Only in this data file, such as "data/report/report.json" (default: in all files)'),
    ),
    path: optional(
      z
        .string()
        .superRefine((path, context) => {
          const params: IssueParams = {
            code: 'bad-value',
            message: `"${path}" is not the path of a value.`,
            hint: 'Write it as findings name it after the place, such as "$.sections[0].title"; [*] stands for each item.',
          };
          if (!pathForm.test(path)) context.addIssue({ code: 'custom', params: { ...params } });
        })
        .describe(
          'Only at this value and within it, such as "$.budget" or "$.sections[*].title" (default: in the whole file)',
        ),
    ),
  })
  .describe('One kind of warning that is not reported, and not counted by "strict"');

export type Allowance = z.output<typeof allowance> & {
  /** Where the config says so. */
  readonly at: Place;
};

function forbidden(code: string): IssueParams {
  if (errors.includes(code)) {
    const message = `"${code}" is an error, and errors cannot be allowed.`;
    return { code: 'not-a-warning', message, hint: 'Fix what it finds.' };
  }
  const meant = suggest(code, warnings);
  const all = 'etrati rules lists all warnings; errors cannot be allowed.';
  const hint = meant === null ? all : `Did you mean "${meant}"? ${all}`;
  return { code: 'unknown-warning', message: `There is no warning "${code}".`, hint };
}
