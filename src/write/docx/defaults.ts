/** What stands in a style sheet beside the styles: defaults for text, for tables and lists, and for Word's own styles. */
import type { XmlComponent } from 'docx';
import type { Theme } from '../../theme/theme.ts';
import { element } from './elements.ts';
import { halfPoints, hex } from './units.ts';

/** The family stands in all four slots, or Word would set Georgian in a font of its own choice. */
export function documentDefaults(theme: Theme, locale: string): XmlComponent {
  const { family } = theme;
  const size = halfPoints(theme.styles.body.page.size);
  const text = element(
    'w:rPr',
    {},
    element('w:rFonts', { 'w:ascii': family, 'w:hAnsi': family, 'w:eastAsia': family, 'w:cs': family }),
    element('w:color', { 'w:val': hex(theme, theme.roles.text) }),
    element('w:sz', { 'w:val': size }),
    element('w:szCs', { 'w:val': size }),
    element('w:lang', { 'w:val': locale, 'w:eastAsia': locale, 'w:bidi': 'ar-SA' }),
  );
  const paragraphs = element('w:pPr', {}, element('w:widowControl'));
  return element('w:docDefaults', {}, element('w:rPrDefault', {}, text), element('w:pPrDefault', {}, paragraphs));
}

/** Word's styles that this sheet doesn't define stay out of the way until someone uses them. */
export function latentStyles(): XmlComponent {
  return element('w:latentStyles', {
    'w:defLockedState': 0,
    'w:defUIPriority': 99,
    'w:defSemiHidden': 1,
    'w:defUnhideWhenUsed': 1,
    'w:defQFormat': 0,
    'w:count': 376,
  });
}

/** The defaults for tables and for lists, which Word looks for. Cells have the margins of tables made in Word. */
export function defaultStyles(): XmlComponent[] {
  const sides = { top: 0, left: 108, bottom: 0, right: 108 };
  const margins = Object.entries(sides).map(([side, width]) => element(`w:${side}`, { 'w:w': width, 'w:type': 'dxa' }));
  const indent = element('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' });
  return [
    hiddenDefault(
      'table',
      'TableNormal',
      'Normal Table',
      element('w:tblPr', {}, indent, element('w:tblCellMar', {}, ...margins)),
    ),
    hiddenDefault('numbering', 'NoList', 'No List'),
  ];
}

function hiddenDefault(type: string, id: string, name: string, ...format: readonly XmlComponent[]): XmlComponent {
  return element(
    'w:style',
    { 'w:type': type, 'w:default': 1, 'w:styleId': id },
    element('w:name', { 'w:val': name }),
    element('w:uiPriority', { 'w:val': 99 }),
    element('w:semiHidden'),
    element('w:unhideWhenUsed'),
    ...format,
  );
}
