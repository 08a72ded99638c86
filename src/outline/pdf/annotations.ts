/** What pages have beside their content, and no outline says (ISO 32000-1, 12.5.6). */
import type { PDFDocument } from '@cantoo/pdf-lib';
import { dictionaryOf, membersAt, nameAt } from '../../finished/pdf/objects.ts';
import type { UnreadKind } from '../outline.ts';
import type { UnreadCount } from '../unread.ts';

const kinds: Readonly<Record<string, UnreadKind>> = {
  Widget: 'form field',
  RichMedia: 'video or sound',
  Screen: 'video or sound',
  Movie: 'video or sound',
  Sound: 'video or sound',
  '3D': 'embedded object',
  FileAttachment: 'embedded object',
};

export function countAnnotations(document: PDFDocument, unread: UnreadCount): void {
  for (const page of document.getPages())
    for (const member of membersAt(page.node, 'Annots')) {
      const annotation = dictionaryOf(page.node.context.lookup(member));
      const kind = kinds[(annotation && nameAt(annotation, 'Subtype')) ?? ''];
      if (kind !== undefined) unread.add(kind);
    }
}
