/** The page's own fonts: each face cut down to the page's characters, as WOFF2 in the page. */
import subsetFont from 'subset-font';
import type { FontFace, Theme } from '../../theme/theme.ts';

/** What setting text needs; the others (small capitals, alternates, fractions…) would bring in glyphs that no rule uses. */
const features = ['ccmp', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'calt', 'rlig', 'tnum'];

/** Cut fonts of this process, the last used last: the editions of a series share most of their characters. */
const cut = new Map<string, Promise<string>>();
const kept = 48;

/** Fonts for systems where ours cannot be shown; each draws Georgian on its own platform. */
const fallbacks = '"Segoe UI", "Helvetica Neue", "Noto Sans", "Noto Sans Georgian", "DejaVu Sans", sans-serif';

/** The value of `font-family`: the theme's family, then what systems have. */
export function fontStack(theme: Theme): string {
  return `"${theme.family.replace(/["\\\n]/g, '')}", ${fallbacks}`;
}

/** The `@font-face` rules of the faces that a page uses, each with the glyphs for `text`. Same input, same bytes. */
export async function fontRules(faces: readonly FontFace[], text: string): Promise<string> {
  const characters = [...new Set(text)].sort().join('');
  const rules = faces.map(async (face) => {
    const family = face.family.replace(/["\\\n]/g, '');
    const style = face.italic ? 'italic' : 'normal';
    const source = `url(data:font/woff2;base64,${await cutFace(face, characters)}) format("woff2")`;
    return `@font-face{font-family:"${family}";font-weight:${face.weight};font-style:${style};font-display:swap;src:${source}}`;
  });
  return (await Promise.all(rules)).join('\n');
}

function cutFace(face: FontFace, characters: string): Promise<string> {
  const key = `${face.file}\n${characters}`;
  const known = cut.get(key);
  cut.delete(key);
  const font = known ?? subset(face, characters);
  cut.set(key, font);
  for (const oldest of [...cut.keys()].slice(0, Math.max(0, cut.size - kept))) cut.delete(oldest);
  return font;
}

async function subset(face: FontFace, characters: string): Promise<string> {
  const font = await subsetFont(Buffer.from(face.bytes), characters, { targetFormat: 'woff2', keepFeatures: features });
  return font.toString('base64');
}
