/** A print ticket: what a print shop should know of a file, for machines and for people, with a picture of each side. */
import type { Diagnostic } from '../diagnostics.ts';
import { inspect } from '../preflight/preflight.ts';
import { paperProfiles } from '../preflight/profile.ts';
import { ticketOf } from './data.ts';
import type { TicketOrder } from './order.ts';
import { pageOf } from './page.ts';
import { shadesOf } from './shades.ts';

export type { Ticket, TicketSide } from './data.ts';
export type { TicketFold, TicketImposition, TicketOrder, TicketPanel, TicketPaper } from './order.ts';

export interface PrintTicket {
  /** What preflight found in the PDF. */
  readonly diagnostics: readonly Diagnostic[];
  /** A `Ticket`, indented. */
  readonly json: Uint8Array;
  readonly html: Uint8Array;
}

/** The same bytes for the same PDF and order. Throws `Refused` for a PDF that preflight cannot look into. */
export async function printTicket(pdf: Uint8Array, order: TicketOrder): Promise<PrintTicket> {
  const { diagnostics, facts, file } = await inspect(pdf, paperProfiles[order.paper?.kind ?? 'coated']);
  const ticket = ticketOf(pdf, order, facts, diagnostics);
  const shades = await shadesOf(
    file,
    order.inks.map(({ cmyk }) => cmyk),
  );
  const bytes = (text: string) => new TextEncoder().encode(text);
  return {
    diagnostics,
    json: bytes(`${JSON.stringify(ticket, null, 2)}\n`),
    html: bytes(pageOf(ticket, file.sheets, shades)),
  };
}
