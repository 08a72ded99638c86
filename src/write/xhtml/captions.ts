/** What figures, tables and charts say of themselves. */
import type { Captioned, Inlines } from '../../model/document.ts';
import { element, type Html, sequence } from './element.ts';
import { setInlines } from './inlines.ts';
import type { BlockContext } from './setting.ts';

/** The number of a figure, table or chart in bold, then what it shows. */
export function setCaption({ number, caption }: Captioned, setting: BlockContext): Html {
  const words = caption === null ? null : setInlines(caption, setting);
  if (number === null) return sequence(words);
  const label = element('span', { class: 'label' }, `${number}.`);
  return words === null ? label : sequence(label, ' ', words);
}

/** The finding over a chart or table, and what is counted. One element, so that both name it. */
export function setFinding(
  captioned: Captioned & { readonly summary: Inlines | null },
  id: string | null,
  setting: BlockContext,
): readonly Html[] {
  const { summary } = captioned;
  const title = element('span', { class: 'finding', id }, setCaption(captioned, setting));
  return summary === null ? [title] : [title, element('span', { class: 'counted' }, setInlines(summary, setting))];
}

/** Where numbers are from. */
export function setSource(source: Inlines | null, setting: BlockContext): Html | null {
  return source === null ? null : element('p', { class: 'source' }, setInlines(source, setting));
}

/** Parts of one text, with a space between. */
export function spaced(parts: readonly Html[]): readonly (Html | string)[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [' ', part]));
}
