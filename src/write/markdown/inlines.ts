/** Words with marks. */
import { directionOf } from '../../language/direction.ts';
import type { Inline, Inlines, Lang, Link } from '../../model/document.ts';
import { escapeAddress, escapeStart, escapeText } from './escape.ts';
import type { MarkdownSetting } from './setting.ts';
import { ends, settleStress, withoutEnds } from './stress.ts';

interface InlineState {
  readonly setting: MarkdownSetting;
  /** A cell or heading is one line. */
  readonly oneLine: boolean;
  /** Stress in the same stress and links in links are none. */
  readonly stress: readonly Stress['type'][];
  readonly linked: boolean;
  /** That the page says already. */
  readonly lang: Lang;
}

/** The words of a paragraph; several lines where it has breaks. */
export function setLines(inlines: Inlines, setting: MarkdownSetting): string {
  const lines = spoken(inlines, setting, false)
    .split('\n')
    .map((line) => line.trim());
  const written = lines
    .filter((line) => line !== '')
    .map((line, index) => (index === 0 ? '' : '\\\n') + escapeStart(line))
    .join('');
  return settleStress(written);
}

/** The same as one line, for headings and cells. */
export function setLine(inlines: Inlines, setting: MarkdownSetting): string {
  return settleStress(spoken(inlines, setting, true)).trim();
}

/** Words in the language of their place. */
function spoken(inlines: Inlines, setting: MarkdownSetting, oneLine: boolean): string {
  const { lang } = setting;
  return inPlace(set(inlines, { setting, oneLine, stress: [], linked: false, lang }), setting);
}

/** What stands by itself in the language of its place. */
export function inPlace(written: string, { lang, document }: MarkdownSetting): string {
  return lang === document.lang ? written : inLanguage(written, lang);
}

/** An element that Markdown's programs leave as it is says the language; it may not hold the end of a line. */
function inLanguage(words: string, lang: Lang): string {
  const lines = words.split('\n').map((line) => {
    const shown = line.trim();
    return shown === ''
      ? line
      : line.replace(
          shown,
          () => `<span lang="${lang}"${directionOf(lang) === 'rtl' ? ' dir="rtl"' : ''}>${shown}</span>`,
        );
  });
  return lines.join('\n');
}

function set(inlines: Inlines, state: InlineState): string {
  let written = '';
  for (const node of inlines) {
    // The mark of a note stands at the word that it is for.
    if (node.type === 'note') written = written.trimEnd();
    const foreign = node.lang !== null && node.lang !== state.lang && node.type !== 'note';
    written += foreign
      ? inLanguage(setInline(node, '', { ...state, lang: node.lang }), node.lang)
      : setInline(node, written, state);
  }
  return written;
}

function setInline(node: Inline, before: string, state: InlineState): string {
  switch (node.type) {
    case 'text':
      return setText(node.value, before);
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
    case 'emphasis':
      return setStress(node, state);
    case 'span':
    case 'abbreviation':
      return set(node.children, state);
    default:
      return node satisfies never;
  }
}

/** A colon behind the mark of a note would make a note of the paragraph. */
function setText(value: string, before: string): string {
  const folded = withoutEnds(value)
    .replace(/[\u00AD\u2060\u200B\uFEFF]/g, '')
    .replace(/[\t\r\n\f\u2028\u2029]/g, ' ');
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

type Stress = Extract<Inline, { readonly type: 'strong' | 'emphasis' }>;

/** Line by line, and blanks at its ends are outside of it. */
function setStress({ type, children }: Stress, state: InlineState): string {
  if (state.stress.includes(type)) return set(children, state);
  const words = set(children, { ...state, stress: [...state.stress, type] });
  const lines = words.split('\n').map((line) => {
    const shown = line.trim();
    return shown === '' ? line : line.replace(shown, () => ends[type].open + shown + ends[type].close);
  });
  return lines.join('\n');
}
