/** What a file says of those beside it, as far as another format can say the same. */
import { allLanguages } from '../language/languages.ts';
import type { OutlineFormat } from './formats.ts';
import type { AnyNode, Outline, OutlineNode, OutlineRun } from './outline.ts';

interface NamedOutline {
  readonly name: string;
  readonly format: OutlineFormat;
  readonly outline: Outline;
}

/** Formats in which a link to the document in another language is a link. A book leads to no other; plain text spells addresses. */
const linking: ReadonlySet<OutlineFormat> = new Set(['html', 'pdf', 'docx', 'md']);

/**
 * A link to the document in another language leads to a file of the reader's own format: it is the same link in each. To which of
 * its other editions a file leads depends on the format too; what they are called does not.
 */
export function withoutFiles({ name, format, outline }: NamedOutline, other: OutlineFormat): Outline {
  const { lang, beside } = namesOf(name);
  const ending = new RegExp(`^([^/:#?]+\\.[a-z]{2,3}(?:-\\w+)*)\\.${format}$`);
  const linked = linking.has(format) && linking.has(other);
  const targetOf = (target: string | null): string | null => {
    const to = target === null ? undefined : beside.exec(target)?.[1];
    return to !== undefined && (to === lang || !linked) ? null : (target?.replace(ending, '$1.*') ?? null);
  };
  const spelt = new RegExp(` <${beside.source.slice(1, -1)}>`, 'g');
  const run = <R extends OutlineRun>(one: R): R => {
    if (one.role === 'mark') return one;
    const bare = one.role === 'text' && format === 'txt' ? { ...one, text: one.text.replace(spelt, '') } : one;
    return { ...bare, target: targetOf(bare.target) };
  };
  const all = (nodes: readonly AnyNode[]): AnyNode[] => nodes.map(node).filter((one) => linked || !namesLanguages(one));
  const node = (one: AnyNode): AnyNode => {
    if ('runs' in one) return { ...one, runs: one.runs.map(run) };
    if (one.role === 'figure') return run(one);
    return { ...one, children: all(one.children) } as AnyNode;
  };
  return { ...outline, nodes: all(outline.nodes) as OutlineNode[] };
}

/** The file's language by its name, and how the files of the same document are called, with the language of each. */
function namesOf(name: string): { readonly lang: string | null; readonly beside: RegExp } {
  const [, base = '', lang = null] =
    /^(?:.*[\\/])?([^\\/]+?)(?:\.(?:large|plain))?(?:\.draft)?\.([a-z]{2,3}(?:-\w+)*)\.\w+$/.exec(name) ?? [];
  const stem = base.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const edition = '(?:\\.(?:large|plain))?(?:\\.draft)?';
  return { lang, beside: new RegExp(`^${stem}${edition}\\.([a-z]{2,3}(?:-[a-z]{2,8})*)\\.[a-z]{2,4}$`) };
}

const names: ReadonlySet<string> = new Set(allLanguages.map(({ name }) => name));

/** The line that names the languages of a document, which a book of one language does not have. */
function namesLanguages(node: AnyNode): boolean {
  if (node.role !== 'paragraph') return false;
  const words = node.runs.map((one) => (one.role === 'text' ? one.text : '')).join('');
  const listed = words.split(' | ');
  return listed.length > 1 && listed.every((word) => names.has(word));
}
