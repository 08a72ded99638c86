/** The title of a document and its kind above it, on a page of their own or on the field of a head. */
import { ShadingType } from 'docx';
import { textArea } from '../../theme/page-size.ts';
import type { Theme } from '../../theme/theme.ts';
import { type StyleOptions, typeOf } from './style.ts';
import { hex, twips } from './units.ts';

/** The room above the kind of the document, in points. */
export function kindBefore({ looks }: Theme, head: boolean): number {
  return head ? 0 : looks.word.cover.kind;
}

/** The kind of the document, above its title. */
export function kindStyle(theme: Theme, head: boolean): StyleOptions {
  const { run, paragraph } = typeOf(theme, 'kind', { before: kindBefore(theme, head), after: 0 });
  const indent = { left: 0, right: twips(besideTitle(theme, head)) };
  return { run, paragraph: { ...paragraph, ...onField(theme, head), indent, keepNext: true } };
}

/** What stands on the navy field of a head says so, for those who see the text without the drawing behind it. */
function onField(theme: Theme, head: boolean): StyleOptions['paragraph'] {
  return head && theme.looks.cover.head.arrangement === 'field'
    ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: hex(theme, theme.roles.field) } }
    : {};
}

/** What a title leaves free at its side: the bend of the lanes, as the composition of the cover asks. */
function besideTitle(theme: Theme, head: boolean): number {
  return Math.max(0, textArea(theme.page).width - titleWidth(theme, head));
}

/** How wide the title of a document may be: in large print, where the lanes lie at the foot, as the page. */
export function titleWidth({ looks, page, large }: Theme, head: boolean): number {
  if (large !== null) return textArea(page).width;
  const { plain, head: sheet } = looks.cover;
  return (head ? sheet.title : plain.title).width;
}

export function titleStyle(theme: Theme, head: boolean): StyleOptions {
  const { title, after } = theme.looks.word.cover;
  const { run, paragraph } = typeOf(theme, 'title', { before: title, after });
  const indent = { left: 0, right: twips(besideTitle(theme, head)) };
  return { run, paragraph: { ...paragraph, ...onField(theme, head), indent, keepLines: true } };
}
