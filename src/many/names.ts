/** What the files of a record are called: its own name, or a pattern that the record fills. */
import { faultOfName, forbiddenInNames, type NameFault } from '../output-names/names.ts';
import { trailing } from '../text.ts';
import { isReportName } from './report-files.ts';

/** The name that a pattern makes: `{title.en}` is what `fieldValue` gives for it. */
export function fillName(pattern: string, fieldValue: (field: string) => string | null): string | NameFault {
  let missing: string | null = null;
  const name = pattern.replace(/\{([^{}]*)\}/g, (_, field: string) => {
    const value = fileWord(fieldValue(field.trim()) ?? '');
    if (value === '') missing ??= field.trim();
    return value;
  });
  if (missing !== null)
    return {
      code: 'bad-output-name',
      message: `The name asks for {${missing}}, which the record does not have.`,
      hint: 'Fill that field in the record, or name another one in the pattern.',
    };
  return faultOfRecordName(name) ?? name.normalize('NFC');
}

/** The fields that a pattern asks for, in small letters. */
export function fieldsOfName(pattern: string): readonly string[] {
  return [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([, field = '']) => field.trim().toLowerCase());
}

/** A text as a part of a name of a file: never a folder, nor any sign that a system refuses. */
function fileWord(text: string): string {
  const signs = new RegExp(`(?:${forbiddenInNames.source}|[\\s/{}]|-)+`, 'gu');
  const whole = text.normalize('NFC').replace(signs, '-');
  const short = [...whole].slice(0, 80).join('');
  return short.slice(0, trailing(short, /[-.]/)).replace(/^[-.]+/, '');
}

/** Why a record cannot have a name in the output folder, where the reports of a batch are as well; null if it can. */
export function faultOfRecordName(name: string): NameFault | null {
  const fault = faultOfName(name);
  const [first = '', ...rest] = name.split('/');
  if (fault !== null || rest.length === 0 || !isReportName(first)) return fault;
  const message = `The folder "${first}" has the name of a report of the batch.`;
  return { code: 'bad-output-name', message, hint: 'Choose another folder.' };
}
