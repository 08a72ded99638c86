/** Words with marks. Stress is written where Markdown is sure to read it as stress, and left out elsewhere. */
import type { Inline, Inlines, Lang, Link } from '../../model/document.ts';
import { plain } from '../../model/walk.ts';
import { escapeAddress, escapeStart, escapeText } from './escape.ts';
import type { MarkdownSetting } from './setting.ts';

interface InlineState {
  readonly setting: MarkdownSetting;
  /** A cell or heading is one line. */
  readonly oneLine: boolean;
  /** Stress in stress and links in links are none. */
  readonly stressed: boolean;
  readonly linked: boolean;
  /** That the page says already. */
  readonly lang: Lang;
}

/** The words of a paragraph; several lines where it has breaks. */
export function setLines(inlines: Inlines, setting: MarkdownSetting): string {
  const lines = spoken(inlines, setting, false)
    .split('\n')
    .map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((line, index) => (index === 0 ? '' : '\\\n') + escapeStart(line))
    .join('');
}

/** The same as one line, for headings and cells. */
export function setLine(inlines: Inlines, setting: MarkdownSetting): string {
  return spoken(inlines, setting, true).trim();
}

/** Words in the language of their place. */
function spoken(inlines: Inlines, setting: MarkdownSetting, oneLine: boolean): string {
  const { lang } = setting;
  return inPlace(set(inlines, { setting, oneLine, stressed: false, linked: false, lang }), setting);
}

/** What stands by itself in the language of its place. */
export function inPlace(written: string, { lang, document }: MarkdownSetting): string {
  return lang === document.lang ? written : inLanguage(written, lang);
}

/** An element that Markdown's programs leave as it is says the language; it may not hold the end of a line. */
function inLanguage(words: string, lang: Lang): string {
  const lines = words.split('\n').map((line) => {
    const shown = line.trim();
    return shown === '' ? line : line.replace(shown, () => `<span lang="${lang}">${shown}</span>`);
  });
  return lines.join('\n');
}

function set(inlines: Inlines, state: InlineState): string {
  let written = '';
  for (const [index, node] of inlines.entries()) {
    const after = inlines.slice(index + 1);
    // The mark of a note stands at the word that it is for.
    if (node.type === 'note') written = written.trimEnd();
    const foreign = node.lang !== null && node.lang !== state.lang && node.type !== 'note';
    written += foreign
      ? inLanguage(setInline(node, { before: '', after: [] }, { ...state, lang: node.lang }), node.lang)
      : setInline(node, { before: written, after }, state);
  }
  return written;
}

interface Around {
  readonly before: string;
  readonly after: Inlines;
}

function setInline(node: Inline, around: Around, state: InlineState): string {
  switch (node.type) {
    case 'text':
      return setText(node.value, around);
    case 'lineBreak':
      return state.oneLine ? ' ' : '\n';
    case 'missing':
      return escapeText(node.words);
    case 'note':
      state.setting.notes.push({
        number: node.number,
        text: setLine(node.children, { ...state.setting, lang: node.lang ?? state.lang }),
      });
      return `[^${node.number}]`;
    case 'link':
      return setLink(node, state);
    case 'strong':
      return stressed(node.children, '**', around, state);
    case 'emphasis':
      return stressed(node.children, '*', around, state);
    case 'span':
    case 'abbreviation':
      return set(node.children, state);
    default:
      return node satisfies never;
  }
}

/** A colon behind the mark of a note would make a note of the paragraph. */
function setText(value: string, { before }: Around): string {
  const folded = value.replace(/[\u00AD\u2060\u200B\uFEFF]/g, '').replace(/[\t\r\n\f\u2028\u2029]/g, ' ');
  const text = escapeText(folded).replace(/ {2,}/g, ' ');
  return before.endsWith(']') && /^[:(]/.test(text) ? `\\${text}` : text;
}

function setLink(link: Link, state: InlineState): string {
  const words = set(link.children, { ...state, linked: true });
  const address = state.linked ? null : addressOf(link, state.setting);
  return address === null || words.trim() === '' ? words : `[${words}](${escapeAddress(address)})`;
}

function addressOf({ target }: Link, { place, edition }: MarkdownSetting): string | null {
  switch (target.type) {
    case 'web':
      return target.href.value;
    case 'place': {
      const found = place(target.id.value);
      return found && `#${found.name}`;
    }
    case 'edition':
      return encodeURI(edition(target.edition.value));
    case 'file':
      return encodeURI(target.file.value);
    default:
      return target satisfies never;
  }
}

/**
 * CommonMark reads stars as stress by what stands on both sides of them (6.2). Here they have a letter or digit within, and
 * nothing, a space or a stop without.
 */
function stressed(children: Inlines, mark: string, { before, after }: Around, state: InlineState): string {
  const words = set(children, { ...state, stressed: true });
  const next = /^(?:$|[\s.,;:!?)»“”])/.test(plain(after)) && after[0]?.type !== 'note';
  const within = words.replace(/^<span[^>]*>|<\/span>$/g, '');
  const isSure =
    /(?:^|[\s(„«])$/.test(before) && next && /^[\p{L}\p{N}]/u.test(within) && /[\p{L}\p{N}]$/u.test(within);
  return isSure && !state.stressed && !words.includes('\n') ? `${mark}${words}${mark}` : words;
}
