/** The first line of a manifest that is a table: what each column is for. */
import type { Place, Report } from '../diagnostics.ts';
import type { SheetRow } from '../input/bring/sheet.ts';
import type { Path } from '../json/path.ts';
import { pathText } from '../json/path.ts';
import { type HeadField, recordFields } from './fields.ts';

export interface ManifestColumn {
  /** As it is written. */
  readonly name: string;
  readonly at: Place;
  readonly use:
    | { readonly type: 'field'; readonly field: HeadField }
    /** A value of the document. */
    | { readonly type: 'path'; readonly path: Path }
    /** For people, and for names of files. */
    | { readonly type: 'note' }
    /** Nothing is in it: spreadsheets save empty columns. */
    | { readonly type: 'empty' };
}

/** Null with errors at the names. */
export function readColumns(
  head: SheetRow,
  place: (offset: number) => Place,
  report: Report,
): readonly ManifestColumn[] | null {
  const known = report.diagnostics.length;
  const seen = new Map<string, string>();
  const columns = head.map(({ text, offset, fault }): ManifestColumn => {
    const name = text.trim();
    const at = place(offset);
    if (fault !== undefined) {
      report.error('bad-manifest', at, fault.message, {
        hints: [fault.hint, 'The first line of a list names its columns: delete a title above them.'],
      });
      return { name, at, use: { type: 'empty' } };
    }
    const use = useOf(name);
    if (use === null) {
      report.error('unknown-column', at, `"${name}" is not the path of a field.`, {
        hints: [
          'Write names with points between them, such as title.en; of a list the number of the item, from 1. With # before it, it is the name of a note.',
        ],
      });
      return { name, at, use: { type: 'empty' } };
    }
    const key = use.type === 'path' ? pathText(use.path) : name.toLowerCase();
    const before = seen.get(key);
    if (before !== undefined && use.type !== 'empty')
      report.error('bad-manifest', at, `The columns "${before}" and "${name}" have the same name.`, {
        hints: ['Remove one of them, or rename it.'],
      });
    seen.set(key, name);
    return { name, at, use };
  });
  return report.diagnostics.slice(known).some(({ severity }) => severity === 'error') ? null : columns;
}

function useOf(name: string): ManifestColumn['use'] | null {
  if (name === '') return { type: 'empty' };
  if (name.startsWith('#')) return { type: 'note' };
  const field = recordFields.find((each) => each === name.toLowerCase());
  if (field !== undefined) return { type: 'field', field };
  const path = columnPath(name);
  return path === null ? null : { type: 'path', path };
}

/** `title.ka`, `figures.1.value` (items are counted from 1), `figures[0].value`, `$.title.ka`. Null for what is no path. */
export function columnPath(name: string): Path | null {
  const text = name.startsWith('$.') ? name.slice(2) : name;
  const steps: (string | number)[] = [];
  let end = 0;
  for (const found of text.matchAll(/(^|\.)([^.[\]"\s]+)|\[(\d{1,6})\]|\[("(?:[^"\\]|\\.)*")\]/g)) {
    if (found.index !== end) return null;
    end += found[0].length;
    const [, , word, index, quoted] = found;
    if (index !== undefined) steps.push(Number(index));
    else if (quoted !== undefined) steps.push(unquoted(quoted));
    else if (word !== undefined && /^\d{1,6}$/.test(word)) steps.push(Number(word) - 1);
    else steps.push(word ?? '');
  }
  const isSound = end === text.length && steps.length > 0 && typeof steps[0] === 'string';
  return isSound && steps.every((step) => step !== -1 && !reserved.has(String(step))) ? steps : null;
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return '';
  }
}

/** Names that JavaScript objects give a meaning of their own, and none. */
const reserved: ReadonlySet<string> = new Set(['', '__proto__', 'constructor', 'prototype']);
