/** Finished files side by side: whether they say the same, as far as their formats can say it. */
import { withoutFiles } from './beside.ts';
import { type Difference, differencesOf } from './compare.ts';
import type { OutlineFormat } from './formats.ts';
import type { AnyNode, Outline } from './outline.ts';
import { common, leftOut, projections } from './projection.ts';
import { outlineOf } from './read.ts';

/** A finished file, from Etrati or from any other program. */
export interface FinishedFile {
  readonly name: string;
  readonly format: OutlineFormat;
  readonly bytes: Uint8Array;
}

export interface OutlinedFile {
  readonly name: string;
  readonly format: OutlineFormat;
  readonly outline: Outline;
}

/** What one file says otherwise than the one that all are held against. */
export interface Comparison {
  readonly name: string;
  readonly format: OutlineFormat;
  readonly differences: readonly Difference[];
  /** What one of the two formats cannot say, so that nothing is claimed of it. */
  readonly notCompared: readonly string[];
}

/** Throws Refused for a file that cannot be read. */
export async function outlineFile({ name, format, bytes }: FinishedFile): Promise<OutlinedFile> {
  return { name, format, outline: await outlineOf(bytes, format) };
}

/** Each file but the first, held against the first. */
export function compareFiles([measure, ...others]: readonly OutlinedFile[]): readonly Comparison[] {
  if (measure === undefined) return [];
  return others.map((file) => {
    const { name, format } = file;
    const projection = common(projections[measure.format], projections[format]);
    const [one, two] = [withoutFiles(measure, format), withoutFiles(file, measure.format)];
    return {
      ...{ name, format, differences: [...differencesOf(one, two, projection)] },
      notCompared: leftOut(projection),
    };
  });
}

/** How many nodes an outline has that say something. */
export function countNodes({ nodes }: Outline): number {
  const count = (all: readonly AnyNode[]): number =>
    all.reduce((sum, node) => sum + 1 + ('children' in node ? count(node.children) : 0), 0);
  return count(nodes);
}
