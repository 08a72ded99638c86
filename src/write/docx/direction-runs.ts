/**
 * Text from right to left. Word orders the characters of a line by what its runs say (17.3.2.30), sets runs from right to left in the
 * font, weight and size for complex scripts, and asks for their language beside that of other text (17.3.2.20). On finished XML, so
 * that no text of any part is forgotten.
 */
import { hasTwoDirections, stretchesOf } from '../../language/bidi.ts';
import { directionOf } from '../../language/direction.ts';
import { cut, runOf, runs } from './font-runs.ts';

/** `xml` of a part, whose text from right to left is in runs of its own. */
export function withDirections(xml: string): string {
  if (!hasTwoDirections(xml)) return xml;
  return xml.replace(runs, (whole, properties = '', content: string) => {
    const lang = /<w:lang [^>]*?w:val="([^"]+)"/.exec(properties)?.[1];
    if (lang !== undefined && directionOf(lang) === 'rtl') return runOf(backwards(properties, localeOf(lang)), content);
    return hasTwoDirections(content) ? split(properties, content) : whole;
  });
}

/** Of text whose language nobody says, its letters tell it: that of most who write so. */
function split(properties: string, content: string): string {
  const parts = cut<string | null>(content, null, (text) => {
    const islands: { isBack: boolean; text: string }[] = [];
    for (const part of stretchesOf(text, 'ltr')) {
      const [isBack, last] = [part.level > 0, islands.at(-1)];
      if (last?.isBack === isBack) last.text += part.text;
      else islands.push({ isBack, text: part.text });
    }
    return islands.map((island) => ({ of: island.isBack ? languageIn(island.text) : null, text: island.text }));
  });
  return parts.map(({ of, content: own }) => runOf(of === null ? properties : backwards(properties, of), own)).join('');
}

/** CT_RPr: the direction stands before the language, which is the last of those that we use. */
function backwards(properties: string, locale: string): string {
  const [lang = '<w:lang/>'] = /<w:lang [^>]*\/>/.exec(properties) ?? [];
  const own = lang.replace(/ w:bidi="[^"]*"/, '').replace(/\/>$/, ` w:bidi="${locale}"/>`);
  return `${properties.replace(lang, '')}<w:rtl/>${own}`;
}

const languages: readonly (readonly [letter: RegExp, locale: string])[] = [
  [/\p{Script=Hebrew}/u, 'he-IL'],
  [/\p{Script=Syriac}/u, 'syr-SY'],
  [/\p{Script=Thaana}/u, 'dv-MV'],
];
const arabic = 'ar-SA';

function languageIn(text: string): string {
  return languages.find(([letter]) => letter.test(text))?.[1] ?? arabic;
}

/** Word asks for a region too. It knows Arabic by that of Saudi Arabia. */
function localeOf(lang: string): string {
  const { language, region } = new Intl.Locale(lang).maximize();
  return lang.includes('-') ? lang : language === 'ar' ? arabic : `${language}-${region}`;
}
