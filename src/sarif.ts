/**
 * Findings as SARIF 2.1.0 (OASIS), which code hosts show at the lines of a change: one run, the rules that were broken, and for
 * each finding its place, its related places, and a fingerprint that stays when lines move.
 */
import { createHash } from 'node:crypto';
import type { Diagnostic, Place } from './diagnostics.ts';
import type { CodeEntry } from './rulebook.ts';
import { version } from './version.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** The log of one run. `meanings` are those of the codes, where they are known. */
export function sarifOf(diagnostics: readonly Diagnostic[], meanings: ReadonlyMap<string, CodeEntry>): Json {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const seen = new Map<string, number>();
  const results = diagnostics.map((found): Json => {
    const key = fingerprintOf(found);
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return resultOf(found, codes.indexOf(found.code), `${key}:${nth}`);
  });
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Etrati', version: version(), rules: codes.map((code) => ruleOf(code, meanings)) },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { PROJECT: { description: { text: 'The folder of the project.' } } },
        results,
      },
    ],
  };
}

function ruleOf(code: string, meanings: ReadonlyMap<string, CodeEntry>): Json {
  const meaning = meanings.get(code);
  if (meaning === undefined) return { id: code };
  const { severity, says, mend, clause } = meaning;
  return {
    id: code,
    shortDescription: { text: says },
    help: { text: mend },
    defaultConfiguration: { level: severity },
    ...(clause === undefined ? {} : { properties: { clause } }),
  };
}

function resultOf({ severity, code, at, message, hints, related }: Diagnostic, ruleIndex: number, key: string): Json {
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: [message, ...hints].join(' ') },
    ...(at === null ? {} : { locations: [locationOf(at)] }),
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
  };
}

function locationOf({ file, line, column, path }: Place): { readonly [name: string]: Json } {
  // Each part of the path is a segment of a URI (RFC 3986, 3.3).
  const uri = file.split('/').map(encodeURIComponent).join('/');
  return {
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: 'PROJECT' },
      region: { startLine: line, startColumn: column },
    },
    ...(path === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: path, kind: 'value' }] }),
  };
}

/** Of the rule, the file and the value: the line may move, and the words of the message may name numbers. */
function fingerprintOf({ code, at }: Diagnostic): string {
  const value = at === null ? '' : `${at.file}\n${at.path ?? `${at.line}:${at.column}`}`;
  return createHash('sha256').update(`${code}\n${value}`).digest('hex').slice(0, 32);
}
