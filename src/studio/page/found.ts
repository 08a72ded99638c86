/** Findings by the paths of what they are of. */
import type { StudioFinding } from '../protocol.ts';

/** Read once for all fields and cells of a page. */
const indexes = new WeakMap<readonly StudioFinding[], ReadonlyMap<string, readonly StudioFinding[]>>();

export function findingsAt(findings: readonly StudioFinding[], path: string): readonly StudioFinding[] {
  const index = indexes.get(findings) ?? indexOf(findings);
  indexes.set(findings, index);
  return index.get(path) ?? [];
}

function indexOf(findings: readonly StudioFinding[]): ReadonlyMap<string, readonly StudioFinding[]> {
  const index = new Map<string, StudioFinding[]>();
  for (const each of findings)
    if (each.path !== null) {
      const there = index.get(each.path);
      if (there === undefined) index.set(each.path, [each]);
      else there.push(each);
    }
  return index;
}

/** The word of a text that a finding would mend: it is selected where one goes to its field. */
export function wordOf({ fix }: StudioFinding): string | null {
  return fix?.does === 'words' ? fix.was : null;
}

/** The finding of the place after the one at a path, or before it, from the last on to the first: one stop for each place, however much was found of it. */
export function findingAfter(
  findings: readonly StudioFinding[],
  path: string | null,
  by: 1 | -1,
): StudioFinding | undefined {
  const stops = findings.filter((each) => each.path !== null && findingsAt(findings, each.path)[0] === each);
  const at = stops.findIndex((each) => each.path === path);
  return at < 0 ? stops.at(by === 1 ? 0 : -1) : stops[(at + by + stops.length) % stops.length];
}
