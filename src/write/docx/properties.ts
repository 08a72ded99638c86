/** Facts about the file: core and extended properties, and Word's settings. */

import type { Document } from '../../model/document.ts';
import { escapeXml } from '../../text.ts';
import { colorOf, white } from '../../theme/theme.ts';
import type { Job } from '../targets.ts';
import { namespaces, type PackageParts } from './xml.ts';

/** `noted` says whether there are footnotes. */
export function propertyParts(document: Document, job: Job, noted: boolean): PackageParts {
  return {
    'docProps/core.xml': coreProperties(document, job),
    'docProps/app.xml': extendedProperties(document),
    'word/settings.xml': settings(job, noted),
  };
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function coreProperties({ metadata, lang }: Document, { created }: Job): string {
  const date = created.toISOString().replace(/\.\d+Z$/, 'Z');
  const texts: readonly (readonly [string, string])[] = [
    ['dc:title', metadata.title],
    ['dc:creator', metadata.author],
    ['cp:keywords', metadata.keywords.join(', ')],
    ['dc:description', metadata.description],
    ['dc:language', lang],
    ['cp:lastModifiedBy', metadata.author],
    ['cp:revision', '1'],
  ];
  const dates = ['dcterms:created', 'dcterms:modified'].map(
    (name) => `<${name} xsi:type="dcterms:W3CDTF">${date}</${name}>`,
  );
  const children = texts
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `<${name}>${escapeXml(text)}</${name}>`);
  return `${declaration}<cp:coreProperties ${namespaces('cp', 'dc', 'dcterms', 'xsi')}>${[...children, ...dates].join('')}</cp:coreProperties>`;
}

function extendedProperties({ metadata }: Document): string {
  const uri = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';
  const facts = `<Company>${escapeXml(metadata.author)}</Company><Application>Etrati</Application><DocSecurity>0</DocSecurity>`;
  return `${declaration}<Properties xmlns="${uri}">${facts}</Properties>`;
}

/**
 * The order is the schema's (CT_Settings). Nothing here makes Word ask at opening: no `updateFields`, no macros, no
 * attached template. Columns break where we say, so they are not levelled. Mode 15 is what Word has written since 2013; without it a file opens in compatibility mode.
 */
function settings({ language: { locale }, theme }: Pick<Job, 'language' | 'theme'>, noted: boolean): string {
  const isGrounded = colorOf(theme, theme.roles.page).light !== white;
  const compatibility = [
    ['compatibilityMode', 15],
    ['overrideTableStyleFontSizeAndJustification', 1],
    ['enableOpenTypeFeatures', 1],
    ['doNotFlipMirrorIndents', 1],
    ['differentiateMultirowTableHeaders', 1],
    ['useWord2013TrackBottomHyphenation', 0],
  ].map(
    ([name, value]) =>
      `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/>`,
  );
  const schemeColors = ['bg1 light1', 't1 dark1', 'bg2 light2', 't2 dark2', 'accent1 accent1', 'accent2 accent2']
    .concat(['accent3 accent3', 'accent4 accent4', 'accent5 accent5', 'accent6 accent6'])
    .concat(['hyperlink hyperlink', 'followedHyperlink followedHyperlink'])
    .map((pair) => pair.replace(/^(\S+) (\S+)$/, 'w:$1="$2"'));
  return [
    `${declaration}<w:settings ${namespaces('w')}>`,
    `<w:zoom w:percent="100"/>${isGrounded ? '<w:displayBackgroundShape/>' : ''}<w:embedTrueTypeFonts/><w:saveSubsetFonts/><w:defaultTabStop w:val="720"/>`,
    '<w:characterSpacingControl w:val="doNotCompress"/>',
    // The lines above notes, which Word looks for by these numbers.
    noted ? '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' : '',
    `<w:compat><w:noColumnBalance/>${compatibility.join('')}</w:compat>`,
    `<w:themeFontLang w:val="${locale}"/><w:clrSchemeMapping ${schemeColors.join(' ')}/></w:settings>`,
  ].join('');
}
