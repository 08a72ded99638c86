/** Styles of words within a paragraph. */
import { type BaseXmlComponent, StyleForCharacter, type XmlComponent } from 'docx';
import { designFigure } from '../../design/parts.ts';
import { onPage, strongWeight } from '../../design/place.ts';
import { designCaption } from '../../design/tables.ts';
import { lookIn, type Theme } from '../../theme/theme.ts';
import { attributes } from './elements.ts';
import type { StyleOptions } from './style.ts';
import { hex } from './units.ts';

class CharacterStyle extends StyleForCharacter {
  constructor(id: string, name: string, kind: 'customStyle' | 'default' | null, run: StyleOptions['run']) {
    super({ id, name, ...(kind === 'default' ? {} : { basedOn: 'DefaultParagraphFont' }), ...(run ? { run } : {}) });
    this.root[0] = styleAttributes('character', id, kind);
  }
}

export function styleAttributes(type: string, id: string, kind: 'customStyle' | 'default' | null): BaseXmlComponent {
  return attributes({ 'w:type': type, ...(kind === null ? {} : { [`w:${kind}`]: 1 }), 'w:styleId': id });
}

export function characterStyles(theme: Theme): XmlComponent[] {
  const { roles, looks, large } = theme;
  const link = hex(theme, roles.link);
  const figure = designFigure({ look: null, placing: null }, onPage, theme);
  return [
    new CharacterStyle('DefaultParagraphFont', 'Default Paragraph Font', 'default', undefined),
    new CharacterStyle('Strong', 'Strong', null, { bold: true }),
    new CharacterStyle('Emphasis', 'Emphasis', null, large === null ? { italics: true } : { bold: true }),
    new CharacterStyle('Hyperlink', 'Hyperlink', null, { color: link, underline: { type: 'single', color: link } }),
    new CharacterStyle('HyperlinkLight', 'Hyperlink Light', 'customStyle', {
      color: hex(theme, roles.fieldText),
      underline: { type: 'single', color: hex(theme, roles.fieldText) },
    }),
    new CharacterStyle('FootnoteReference', 'footnote reference', null, {
      // In large print a mark is as large as any other word, and raised by a fifth of it.
      ...(large === null ? { superScript: true } : { position: `${Math.round(large.least / 5)}pt` as const }),
      bold: true,
      color: hex(theme, looks.note.number),
    }),
    new CharacterStyle('Credit', 'Credit', 'customStyle', { color: hex(theme, figure.credit.color) }),
    new CharacterStyle('FigureNumber', 'Figure Number', 'customStyle', { color: hex(theme, figure.number.color) }),
    new CharacterStyle('TableNumber', 'Table Number', 'customStyle', {
      color: hex(theme, designCaption(theme).number.color),
    }),
    ...(looks.cover.plain.facts === 'rows' ? [factTerm(theme)] : []),
    new CharacterStyle('Folio', 'Folio', 'customStyle', { bold: true, color: hex(theme, theme.styles.folio.color) }),
  ];
}

/** What a fact of a cover is, before the fact. */
function factTerm(theme: Theme): XmlComponent {
  const { color, weight } = lookIn(theme.looks.dl, 'cover').term;
  const bold = (weight ?? 0) >= strongWeight;
  return new CharacterStyle('FactTerm', 'Fact Term', 'customStyle', {
    color: hex(theme, color),
    ...(bold && { bold }),
  });
}
