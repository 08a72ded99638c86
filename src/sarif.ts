/**
 * Findings as SARIF 2.1.0 (OASIS), which code hosts show at the lines of a change: one run, the rules that were broken, and for
 * each finding its place, its related places, and a fingerprint that stays when lines move. What the config allows is there as
 * suppressed.
 */
import { createHash } from 'node:crypto';
import type { Diagnostic, Place } from './diagnostics.ts';
import { columnLetters } from './render-diagnostics.ts';
import type { CodeEntry } from './rulebook.ts';
import { version } from './version.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** What a run found. `allowed` are the warnings that the config allows, each with its reason. */
interface Found {
  readonly diagnostics: readonly Diagnostic[];
  readonly allowed: readonly (Diagnostic & { readonly reason: string })[];
  /** The finished file that findings without a place are about; null, or left out, where they are about the call. */
  readonly about?: string | null;
}

type Finding = Found['diagnostics'][number] | Found['allowed'][number];
type Location = { readonly [name: string]: Json };

/** The log of one run. `meanings` are those of the codes, where they are known. */
export function sarifOf({ diagnostics, allowed, about = null }: Found, meanings: ReadonlyMap<string, CodeEntry>): Json {
  const all = [...diagnostics, ...allowed];
  const codes = [...new Set(all.map(({ code }) => code))].sort();
  const seen = new Map<string, number>();
  const keyOf = (found: Diagnostic) => {
    const key = fingerprintOf(found);
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return `${key}:${nth}`;
  };
  const placed = all.flatMap((found) => (found.at === null ? [] : [{ found, at: found.at }]));
  const results = placed.map(({ found, at }) =>
    resultOf(found, locationOf(at), codes.indexOf(found.code), keyOf(found)),
  );
  const whole = all.filter(({ at }) => at === null);
  const ofFile = about === null ? [] : whole;
  const calls = about === null ? whole : [];
  return {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Etrati', version: version(), rules: codes.map((code) => ruleOf(code, meanings)) },
        },
        invocations: [
          {
            executionSuccessful: calls.every(({ severity }) => severity !== 'error'),
            // What no line of a file is at fault for is about the run: code hosts refuse results without a place.
            toolConfigurationNotifications: calls.map((found) => notificationOf(found, codes.indexOf(found.code))),
          },
        ],
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { PROJECT: { description: { text: 'The folder of the project.' } } },
        results: [
          ...results,
          ...ofFile.map((found) => resultOf(found, wholeOf(about ?? ''), codes.indexOf(found.code), keyOf(found))),
        ],
      },
    ],
  };
}

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

function ruleOf(code: string, meanings: ReadonlyMap<string, CodeEntry>): Json {
  const meaning = meanings.get(code);
  if (meaning === undefined) return { id: code };
  const { severity, says, mend, clause } = meaning;
  return {
    id: code,
    shortDescription: { text: says },
    help: { text: mend },
    defaultConfiguration: { level: levelOf(severity) },
    ...(clause === undefined ? {} : { properties: { clause } }),
  };
}

function levelOf(severity: Diagnostic['severity']): string {
  return severity === 'advice' ? 'note' : severity;
}

function resultOf(found: Finding, at: Location, ruleIndex: number, key: string): Json {
  const { code, severity, related } = found;
  return {
    ruleId: code,
    ruleIndex,
    level: levelOf(severity),
    message: messageOf(found),
    locations: [at],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map(({ at: place, message: text }, id) => ({
            id,
            ...locationOf(place),
            message: { text },
          })),
        }),
    partialFingerprints: { 'etrati/v1': key },
    ...('reason' in found ? { suppressions: [{ kind: 'external', justification: found.reason }] } : {}),
  };
}

function notificationOf(found: Diagnostic, index: number): Json {
  return { descriptor: { id: found.code, index }, level: levelOf(found.severity), message: messageOf(found) };
}

function messageOf({ message, hints }: Diagnostic): Json {
  return { text: [message, ...hints].join(' ') };
}

function artifactOf(file: string): Location {
  // Each part of the path is a segment of a URI (RFC 3986, 3.3).
  return { uri: file.split(/[\\/]/).map(encodeURIComponent).join('/'), uriBaseId: 'PROJECT' };
}

/** A file as a whole: a binary one has no lines. */
function wholeOf(file: string): Location {
  return { physicalLocation: { artifactLocation: artifactOf(file) } };
}

function locationOf({ file, line, column, path, sheet }: Place): Location {
  const artifactLocation = artifactOf(file);
  // A workbook has cells and no lines.
  if (sheet !== undefined) {
    const cell = `${sheet}!${columnLetters(column)}${line}`;
    return { physicalLocation: { artifactLocation }, logicalLocations: [{ fullyQualifiedName: cell, kind: 'member' }] };
  }
  return {
    physicalLocation: { artifactLocation, region: { startLine: line, startColumn: column } },
    ...(path === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: path, kind: 'value' }] }),
  };
}

/** Of the rule, the file and the value: the line may move, and the words of the message may name numbers. */
function fingerprintOf({ code, at }: Diagnostic): string {
  const value = at === null ? '' : `${at.file}\n${at.path ?? `${at.sheet ?? ''}${at.line}:${at.column}`}`;
  return createHash('sha256').update(`${code}\n${value}`).digest('hex').slice(0, 32);
}
