/** Nodes made of what is at hand, where another node is shown or said in their form. */
import type { Inlines, Lang, NodeBase, Paragraph, Said, Text } from './document.ts';

type Origin = Pick<NodeBase, 'at' | 'from'>;

export function text(value: string, { at, from }: Origin, lang: Lang | null = null): Text {
  return { type: 'text', value, at, from, lang };
}

export function paragraph({ at, from }: Origin, children: Inlines): Paragraph {
  return { type: 'paragraph', at, from, lang: null, look: null, children };
}

/** Words as inlines, for where they are shown. */
export function shown({ value, from, parts }: Said): Inlines {
  return parts ?? [text(value, { at: from, from })];
}
