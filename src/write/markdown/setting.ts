/** What the parts of a page of Markdown need to know of it. */
import type { Document, Id, Lang, NodeBase } from '../../model/document.ts';
import type { Picture } from '../../model/picture.ts';
import type { Fragment } from './places.ts';

export interface MarkdownSetting {
  readonly document: Document;
  /** Sections around. */
  readonly sections: number;
  readonly lang: Lang;
  /** Where a link to a heading or caption leads; null for a caption without words. */
  readonly place: (id: Id) => Fragment | null;
  readonly edition: (lang: Lang) => string;
  /** Has the picture written beside the page; gives its address. */
  readonly picture: (picture: Picture) => string;
  /** Gathers the notes in their order. */
  readonly notes: FoundMarkdownNote[];
}

export interface FoundMarkdownNote {
  readonly number: number;
  readonly text: string;
}

export function inside(node: Pick<NodeBase, 'lang'>, setting: MarkdownSetting): MarkdownSetting {
  return node.lang === null ? setting : { ...setting, lang: node.lang };
}
