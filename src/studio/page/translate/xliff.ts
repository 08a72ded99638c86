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

/** A file with a unit for each text. */
export function xliffOf(
  units: readonly XliffUnit[],
  { file, source, target }: { readonly file: string; readonly source: string; readonly target: string },
): string {
  const lines = units.map(({ path, source: from, target: to, state }) =>
    [
      `    <unit id="${escapeXml(unitId(path))}" name="${escapeXml(pathText(path))}" xml:space="preserve">`,
      `      <segment state="${state}">`,
      `        <source>${escapeXml(from)}</source>`,
      ...(to === '' ? [] : [`        <target>${escapeXml(to)}</target>`]),
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
