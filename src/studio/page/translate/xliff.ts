/** XLIFF 2.1 (OASIS): what goes to a translator’s program. */
import { escapeXml } from '../../../text.ts';
import { type DataPath, pathText } from '../edits.ts';

export interface XliffUnit {
  readonly path: DataPath;
  readonly source: string;
  readonly target: string;
  readonly state: 'initial' | 'translated' | 'final';
}

/** A path as a name that XML allows: `$.aims[0].title` is `aims.0.title`; the path itself is the unit’s `name`. */
export function unitId(path: DataPath): string {
  return path
    .map((step) =>
      String(step).replace(
        /[^\p{L}\p{N}_-]/gu,
        (sign) => `_x${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}_`,
      ),
    )
    .join('.');
}

/** Signs that XML forbids are `cp` elements (XLIFF 2.1, 4.2.3.1); returns of the carriage would be read as line ends. */
function contentOf(text: string): string {
  return escapeXml(text)
    .replaceAll('\r', '&#xD;')
    .replaceAll(forbidden, (sign) => `<cp hex="${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}"/>`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** A file with a unit for each text. */
export function xliffOf(
  units: readonly XliffUnit[],
  { file, source, target }: { readonly file: string; readonly source: string; readonly target: string },
): string {
  const lines = units.map(({ path, source: from, target: to, state }) =>
    [
      `    <unit id="${escapeXml(unitId(path))}" name="${escapeXml(pathText(path))}" xml:space="preserve">`,
      `      <segment state="${state}">`,
      `        <source>${contentOf(from)}</source>`,
      ...(to === '' ? [] : [`        <target>${contentOf(to)}</target>`]),
      '      </segment>',
      '    </unit>',
    ].join('\n'),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="${source}" trgLang="${target}">`,
    `  <file id="f1" original="${escapeXml(file)}">`,
    ...lines,
    '  </file>',
    '</xliff>',
    '',
  ].join('\n');
}
