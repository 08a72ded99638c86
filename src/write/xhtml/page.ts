/** A page before anything is set on it. */
import type { Language } from '../../language/language.ts';
import type { Document } from '../../model/document.ts';
import { setBlocks } from './blocks.ts';
import type { Addresses, BlockContext, Page } from './setting.ts';

/** What a format brings along for the page that it makes. */
export interface FormatSetup extends Pick<Page, 'theme' | 'drawings' | 'beside' | 'scrolls'> {
  readonly language: Language;
  readonly addresses: Addresses;
}

/** The place outside all blocks, for a document whose charts are drawn. */
export function settingOf(
  { lang }: Document,
  { language, addresses, theme, drawings, beside, scrolls }: FormatSetup,
): BlockContext {
  const counts = new Map<string, number>();
  const page: Page = {
    lang,
    theme,
    drawings,
    columnWidths: new Set(),
    regions: new Set(),
    tableWidths: new Set(),
    beside,
    scrolls,
    name(kind) {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return `_${kind}-${count}`;
    },
    blocks: setBlocks,
  };
  return { language, addresses, page, lang, notes: [], stressed: new Set(), depth: 0 };
}
