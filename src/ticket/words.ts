/** The words of a ticket, with its sizes as their language writes them. */
import type { Language, TicketWords } from '../language/language.ts';
import { formatNumber } from '../language/numerals.ts';
import type { TicketSide } from './data.ts';

export type TicketVocabulary = TicketWords & {
  number(value: number): string;
  size(size: { readonly width: number; readonly height: number } | null): string;
  sideTitle(side: TicketSide): string;
};

export function wordsOf(language: Language): TicketVocabulary {
  const { ticket } = language;
  const number = (value: number) => formatNumber(value, language, { least: 0, most: 2 });
  const size: TicketVocabulary['size'] = (found) =>
    found === null ? ticket.none : `${number(found.width)} × ${number(found.height)} ${ticket.mm}`;
  const sideTitle = ({ page, trim, media, panels }: TicketSide) => {
    const parts = panels.map(({ name, width }) => `${name} ${number(width)} ${ticket.mm}`);
    return [`${ticket.page} ${page}, ${size(trim ?? media)}`, ...parts].join('; ');
  };
  return { ...ticket, number, size, sideTitle };
}
