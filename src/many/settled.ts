/** What came of the work on a record, as it is reported. */
import { type Diagnostic, failure, type Place, Refused } from '../diagnostics.ts';
import type { TakenNames } from '../output-names/taken.ts';
import { ThreadLost, TooSlow } from '../threads.ts';
import type { Sieve } from '../work/allow.ts';
import type { MadeRecord } from './made.ts';
import type { MakerOptions } from './maker.ts';
import type { Outcome } from './outcome.ts';
import type { Entry, RecordOrder } from './record.ts';

/** What ended the work on a record, as a finding. */
export function lost(error: unknown, { at }: RecordOrder): Diagnostic {
  if (error instanceof Refused && error.diagnostics[0] !== undefined) return { ...error.diagnostics[0], at };
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof ThreadLost)
    return failure('record-stopped', at, `The thread that made this record ended, twice: ${reason}.`, {
      hints: [
        error.isMemory
          ? 'Give each thread more memory with --memory, or make the document smaller.'
          : 'Run the command again. If this record ends its thread again and others do not, report it with this record.',
      ],
    });
  if (error instanceof TooSlow)
    return failure('record-stopped', at, `The work on this record was ended: ${reason}.`, {
      hints: ['Make the document smaller, or give each document more time with --timeout.'],
    });
  return failure('record-bug', at, `A bug in Etrati stopped this record: ${reason}.`, {
    hints: ['Report it with this record; the other records are made.'],
  });
}

/** What is reported of a record that cannot be ordered, or whose name is another's: its faults, and what it is warned of. Null for all others. */
export function faulty(entry: Entry, names: TakenNames, sieve: Sieve): Outcome | null {
  const collision = 'faults' in entry ? null : names.take(entry);
  const faults = 'faults' in entry ? entry.faults : collision && [collision];
  return faults && withWarnings(entry, faults, sieve);
}

/** A record that is not made, with what it is warned of beside its faults. */
export function withWarnings(entry: Entry, faults: readonly Diagnostic[], sieve: Sieve): Outcome {
  const { found, allowed } = sieve.sift('file' in entry ? entry.file : entry.at.file, entry.warnings ?? []);
  return { ...failed(entry, [...faults, ...found]), allowed: allowed.length };
}

export function failed({ number, at, ...rest }: Entry, diagnostics: readonly Diagnostic[]): Outcome {
  const name = 'name' in rest ? rest.name : null;
  const nothing = { files: [], allowed: 0, time: 0, key: '', inputs: '', sources: [] };
  return { record: number, at, name, status: 'failed', diagnostics, ...nothing };
}

/** What was found before, with the places that it has now: records may have come in above this one, or gone. */
export function movedTo<T extends { readonly diagnostics: readonly Diagnostic[] }>(
  to: Place,
  from: Place,
  before: T,
): T {
  const lines = to.line - from.line;
  const move = (place: Place): Place => (place.file === to.file ? { ...place, line: place.line + lines } : place);
  const diagnostics = before.diagnostics.map((each) => ({
    ...each,
    at: each.at && move(each.at),
    related: each.related.map((other) => ({ ...other, at: move(other.at) })),
  }));
  return { ...before, diagnostics };
}

export function outcomeOf(
  { number, at, name }: Pick<RecordOrder, 'number' | 'at' | 'name'>,
  key: string,
  made: MadeRecord,
  { checkOnly, settings }: Pick<MakerOptions, 'checkOnly' | 'settings'>,
): Outcome {
  const { files, diagnostics, allowed, time, inputs, sources, isUnchanged = false } = made;
  const isSound = diagnostics.every(({ severity }) => severity !== 'error' && !settings.strict);
  const isGood = checkOnly ? isSound : files.length > 0;
  const status = !isGood ? 'failed' : checkOnly ? 'checked' : isUnchanged ? 'unchanged' : 'done';
  const rest = { files, diagnostics, allowed, time: Math.round(time * 10) / 10, key, inputs, sources };
  return { record: number, at, name, status, ...rest };
}
