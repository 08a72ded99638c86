/** A JSON text with other values in the place of some of its own; all else stays as it was written. */
import { type Node, parseTree } from 'jsonc-parser';
import { stepTo } from './path.ts';

/** @param values by the paths of those that they replace */
export function withValues(text: string, values: ReadonlyMap<string, unknown>): string {
  const edits: { readonly offset: number; readonly length: number; readonly json: string }[] = [];
  const visit = (node: Node, path: string): void => {
    if (values.has(path)) {
      const line = text.slice(text.lastIndexOf('\n', node.offset) + 1, node.offset);
      const [indent = ''] = /^[ \t]*/.exec(line) ?? [];
      const json = JSON.stringify(values.get(path), null, 2).replaceAll('\n', `\n${indent}`);
      edits.push({ offset: node.offset, length: node.length, json });
    } else if (node.type === 'object') {
      for (const { children: [name, value] = [] } of node.children ?? [])
        if (name !== undefined && value !== undefined) visit(value, stepTo(path, String(name.value)));
    } else if (node.type === 'array')
      for (const [index, item] of (node.children ?? []).entries()) visit(item, stepTo(path, index));
  };
  const root = parseTree(text);
  if (root !== undefined) visit(root, '$');
  let [made, from] = ['', 0];
  for (const { offset, length, json } of edits) {
    made += text.slice(from, offset) + json;
    from = offset + length;
  }
  return made + text.slice(from);
}
