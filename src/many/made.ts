/** What comes of a record: its files with their hashes, what was found, and what it was made from. */
import { createHash } from 'node:crypto';
import type { Diagnostic } from '../diagnostics.ts';
import type { Changes } from '../input/changes.ts';
import { version } from '../version.ts';
import type { Settings } from '../work/settings.ts';
import type { Format } from '../write/targets.ts';
import type { RecordOrder } from './record.ts';
import type { StoredFile } from './store.ts';

export interface RecordFile {
  /** Relative to the output folder, with `/`. */
  readonly file: string;
  readonly format: Format;
  readonly lang: string;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export interface MadeRecord {
  /** None where an error was found, or where it was only checked. */
  readonly files: readonly RecordFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** How many warnings the config allows. */
  readonly allowed: number;
  /** The files of the project that it was made from, there or not, relative to the root; sorted. */
  readonly sources: readonly string[];
  /** A hash of those files. */
  readonly inputs: string;
  /** Milliseconds. */
  readonly time: number;
  /** Nothing had changed since it was made: its files were left as they are. */
  readonly isUnchanged?: boolean;
  /** The files, where they come back to who asked. */
  readonly contents?: readonly StoredFile[];
}

/** What was reported of a record before, by which it is known whether it has to be made again. */
export type MadeBefore = Pick<MadeRecord, 'files' | 'sources' | 'inputs' | 'diagnostics' | 'allowed' | 'time'>;

/** All of a command's settings that what is made depends on. */
export interface OrderSettings extends Omit<Settings, 'beside'> {
  /** `SOURCE_DATE_EPOCH` where it was asked for, which may be another machine than that where it is made; empty for none. */
  readonly sourceDate: string;
}

/** A hash of all that is asked for, wherever in the manifest it is. Another version of Etrati asks for something else. */
export function keyOf(order: RecordOrder, settings: OrderSettings): string {
  const { formats, languages, theme, template, namedAt, print, allow, ...rest } = settings;
  // What of the settings says where files go, how findings are shown and what the work may take makes no other document.
  const { out, diagnostics, maxWarnings, asConfigured, timeout, ...all } = rest;
  const asked = {
    ...all,
    version: version(),
    name: order.name,
    file: order.changes?.type === 'whole' ? null : order.file,
    languages: order.languages ?? languages ?? null,
    formats: order.formats ?? formats ?? null,
    theme: order.theme ?? theme ?? null,
    template: order.template ?? template ?? null,
    changes: order.changes === undefined ? null : withoutPlaces(order.changes),
    print: { ...print, iccAt: null },
    allow: allow.map(({ at, ...allowance }) => allowance),
  };
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}

function withoutPlaces(changes: Changes): unknown {
  if (changes.type !== 'cells') return { type: changes.type, within: changes.within, text: changes.record.text };
  const { type, decimal, cells } = changes;
  return { type, decimal, cells: cells.map(({ at, head, name, ...cell }) => cell) };
}
