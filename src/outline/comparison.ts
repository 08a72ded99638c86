/** Finished files side by side: whether they say the same, as far as their formats can say it. */
import { allLanguages } from '../language/languages.ts';
import { type Difference, differencesOf } from './compare.ts';
import type { OutlineFormat } from './formats.ts';
import type { AnyNode, Outline, OutlineNode, OutlineRun } from './outline.ts';
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
  return others.map(({ name, format, outline }) => {
    const projection = common(projections[measure.format], projections[format]);
    const both = [measure, { format, outline }] as const;
    const [one, two] = both.map((file) => withoutEndings(withoutSwitch(file.outline), file.format)) as [
      Outline,
      Outline,
    ];
    const isSwitched = both.some((file) => file.outline.nodes.some(isSwitch));
    return {
      ...{ name, format, differences: [...differencesOf(one, two, projection)] },
      notCompared: [...leftOut(projection), ...(isSwitched ? ['the way to other languages'] : [])],
    };
  });
}

/** How many nodes an outline has that say something. */
export function countNodes({ nodes }: Outline): number {
  const count = (all: readonly AnyNode[]): number =>
    all.reduce((sum, node) => sum + 1 + ('children' in node ? count(node.children) : 0), 0);
  return count(nodes);
}

/**
 * The way to the editions in other languages is navigation: a web page and a PDF have it in their text, a book of one language
 * does not.
 */
function withoutSwitch(outline: Outline): Outline {
  return { ...outline, nodes: outline.nodes.filter((node) => !isSwitch(node)) };
}

/** A paragraph of nothing but languages by their own names, of which all but one lead to the files of their editions. */
function isSwitch(node: OutlineNode): boolean {
  if (node.role !== 'paragraph') return false;
  let [links, rest] = [0, ''];
  for (const run of node.runs) {
    if (run.role !== 'text') return false;
    const tag = editionOf(run.target ?? '');
    if (run.target === null) rest += run.text;
    else if (tag === undefined || run.text.trim() !== ownName(tag)) return false;
    else links += 1;
  }
  const here = rest.replace(/[\s|·/,]+/g, ' ').trim();
  return links > 0 && (here === '' || allLanguages.some(({ tag }) => here === ownName(tag)));
}

/** The language of the edition that a file is of, by its name; undefined for what is no such name. */
function editionOf(target: string): string | undefined {
  const tag = /[/:#?]/.test(target) ? undefined : target.split('.').at(-2);
  return tag !== undefined && /^[a-z]{2,3}(?:-\w+){0,3}$/.test(tag) ? tag : undefined;
}

function ownName(tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}

/** A link to another edition leads to a file of the reader's own format: it is the same link in each. */
function withoutEndings(outline: Outline, format: OutlineFormat): Outline {
  const ending = new RegExp(`^([^/:#?]+\\.[a-z]{2,3}(?:-\\w+)*)\\.${format}$`);
  const run = <R extends OutlineRun>(one: R): R =>
    one.role === 'mark' ? one : { ...one, target: one.target?.replace(ending, '$1.*') ?? null };
  const node = (one: AnyNode): AnyNode => {
    if ('runs' in one) return { ...one, runs: one.runs.map(run) };
    if (one.role === 'figure') return run(one);
    return { ...one, children: one.children.map(node) } as AnyNode;
  };
  return { ...outline, nodes: outline.nodes.map(node) as OutlineNode[] };
}
