/** Tables of contents, figures and tables, as Word keeps them. */
import { child, propertyOf, type Xml } from '../../finished/docx/package.ts';
import { textOfPart, type UnsettledNode } from '../settle.ts';

/** The level of an entry of contents, by Word's styles for them; null for any other paragraph. */
export function entryLevel(names: readonly string[]): number | null {
  for (const name of names) {
    const [found, level] = /^(?:toc (\d)|table of figures)$/.exec(name) ?? [];
    if (found !== undefined) return Number(level ?? 1);
  }
  return null;
}

/** Without the number of the page behind the last tab. */
export function withoutPage(parts: readonly UnsettledNode[]): readonly UnsettledNode[] {
  const tab = parts.findLastIndex((part) => part.role === 'text' && part.text.includes('\t'));
  const last = parts[tab];
  if (last?.role !== 'text') return parts;
  const at = last.text.lastIndexOf('\t');
  const after =
    last.text.slice(at) +
    parts
      .slice(tab + 1)
      .map(textOfPart)
      .join('');
  return /^(?:\d+|[ivxlc]+)?$/i.test(after.trim())
    ? [...parts.slice(0, tab), { ...last, text: last.text.slice(0, at) }]
    : parts;
}

/** The block that Word keeps a table of contents in. */
export function isContents(control: Xml): boolean {
  const gallery = child(child(control, 'w:sdtPr'), 'w:docPartObj');
  return propertyOf(gallery, 'w:docPartGallery')?.toLowerCase() === 'table of contents';
}
