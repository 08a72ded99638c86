/**
 * Words in the family that draws them. Word takes one font a script from a run's style, and where that font lacks a letter it
 * takes what the machine has; so a run that the theme's family cannot draw is cut into runs of one family each. On finished
 * XML, so that no text of any part is forgotten.
 */
import { escapeXml, matchesIn } from '../../text.ts';
import { faceRuns, wordRuns } from '../../theme/coverage.ts';
import type { FontFace } from '../../theme/theme.ts';

export interface Families {
  /** The theme's regular face. */
  readonly face: FontFace;
  /** Families without an italic: they stand upright in every format, where Word would slant them. */
  readonly upright: ReadonlySet<string>;
  /** The fallbacks that have been used, for the font table. */
  readonly used: Set<string>;
}

/** A run, with its properties and its content. */
export const runs = /<w:r(?: [^>]*)?>(?:<w:rPr>((?:(?!<\/w:rPr>).)*)<\/w:rPr>)?((?:(?!<\/?w:r[ >]).)*)<\/w:r>/gsu;
const children = /<w:t(?: [^<>]*)?>([^<]*)<\/w:t>|<[^<]*?\/>|<([^\s/<>]+)(?=[\s>])[^<>]*>.*?<\/\2>/gsu;

/** `xml` of a part with its runs in the families that draw them. */
export function withFamilies(xml: string, families: Families): string {
  const { face } = families;
  if (!needsOthers(xml, face)) return xml;
  return xml.replace(runs, (whole, properties: string | undefined, content: string) =>
    needsOthers(content, face) ? split(properties ?? '', content, families) : whole,
  );
}

/** Markup and entities are ASCII, which every family of a theme draws. */
function needsOthers(xml: string, face: FontFace): boolean {
  return face.fallbacks.length > 0 && faceRuns(xml, face).length > 1;
}

function split(properties: string, content: string, { face, upright, used }: Families): string {
  const stretches = properties.includes('<w:rtl/>') ? wordRuns : faceRuns;
  const parts = cut(content, face, (text) => stretches(text, face).map((run) => ({ of: run.face, text: run.text })));
  return parts
    .map(({ of: family, content: own }) => {
      if (family !== face) used.add(family.family);
      const straight = upright.has(family.family) ? unslanted(properties) : properties;
      return runOf(family === face ? properties : propertiesIn(straight, family), own);
    })
    .join('');
}

/** A stretch of a run's content, and what all of its text is of. */
interface Cut<T> {
  of: T;
  content: string;
}

/** The content of a run in stretches, as its texts are `parted`; what is no text stays with what it stands after. */
export function cut<T>(
  content: string,
  first: T,
  parted: (text: string) => readonly { of: T; text: string }[],
): Cut<T>[] {
  const parts: Cut<T>[] = [];
  const add = (of: T, one: string): void => {
    const last = parts.at(-1);
    if (last?.of === of) last.content += one;
    else parts.push({ of, content: one });
  };
  for (const [child, text] of matchesIn(content, children)) {
    if (text === undefined) add(parts.at(-1)?.of ?? first, child);
    else
      for (const part of parted(plain(text))) add(part.of, `<w:t xml:space="preserve">${escapeXml(part.text)}</w:t>`);
  }
  return parts;
}

/** A run of these properties and this content. */
export function runOf(properties: string, content: string): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`;
}

function plain(xml: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return xml.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => signs[name] ?? '');
}

/** CT_RPr: the style, then the fonts; whatever fonts the run had give way. */
function propertiesIn(properties: string, { family }: FontFace): string {
  const name = escapeXml(family);
  const fonts = `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`;
  const [, style = '', others = ''] =
    /^(<w:rStyle [^>]*\/>)?(.*)$/s.exec(properties.replace(/<w:rFonts [^>]*\/>/, '')) ?? [];
  return `${style}${fonts}${others}`;
}

function unslanted(properties: string): string {
  return properties.replace(/<w:(i|iCs)\/>/g, '<w:$1 w:val="false"/>');
}
