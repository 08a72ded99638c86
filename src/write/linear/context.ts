/** Where a line stands. */
import type { Document, Lang, NodeBase } from '../../model/document.ts';
import type { RunContext } from './inlines.ts';

export interface LinearContext extends RunContext {
  readonly document: Document;
  /** Sections around. */
  readonly sections: number;
  /** Lists, quotes and terms around. */
  readonly depth: number;
}

export function inside<C extends { readonly lang: Lang }>(node: Pick<NodeBase, 'lang'>, context: C): C {
  return node.lang === null ? context : { ...context, lang: node.lang };
}
