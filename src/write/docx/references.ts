/** References by Word's own fields: what they say follows the number or title that they name, once fields are updated. */
import { plain } from '../../model/walk.ts';
import type { Identified, Places } from './places.ts';

/** A piece of what a reference says; with the instruction of the field that says it, null for words of its own. */
export interface ReferencePart {
  readonly text: string;
  readonly instruction: string | null;
}

/** Null for a link with words of its own: a field would replace them. */
export function referenceParts(text: string, id: string, places: Places): readonly ReferencePart[] | null {
  const node = places.at(id);
  const [named, switches] = node === null ? [null, ''] : fieldOf(node, places);
  const start = named === null ? -1 : text.indexOf(named);
  if (node === null || named === null || start < 0) return null;
  // Before it "Section" or a quotation mark, after it a quotation mark: what the reader of the markup writes itself.
  const [before, after] = [text.slice(0, start), text.slice(start + named.length)];
  if (!(/^(?:\p{L}+\u00A0)?$/u.test(before) && after === '') && !(before.length === 1 && after.length === 1))
    return null;
  const parts = [
    { text: before, instruction: null },
    { text: named, instruction: `REF ${places.reference(id)}${switches}` },
    { text: after, instruction: null },
  ];
  return parts.filter(({ text }) => text !== '');
}

/** What a field can say of a place, and how it has to be asked. `\n` is the number that Word counts. */
function fieldOf(node: Identified, places: Places): readonly [string | null, string] {
  if (node.number !== null) return [node.number, node.type === 'section' && places.isCounted(node) ? ' \\n' : ''];
  if (node.type !== 'section' || node.title.some(({ type }) => type !== 'text')) return [null, ''];
  return [plain(node.title), ''];
}
