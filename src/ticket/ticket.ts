/** A print ticket: what a print shop should know of a file, for machines and for people, with a picture of each side. */
import type { Diagnostic } from '../diagnostics.ts';
import { partsOf } from '../finished/pdf/paint/colour.ts';
import type { PrintFile } from '../finished/pdf/paint/file.ts';
import { paintsOf } from '../preflight/facts.ts';
import { inspect } from '../preflight/preflight.ts';
import { paperProfiles } from '../preflight/profile.ts';
import { version } from '../version.ts';
import { ticketOf } from './data.ts';
import type { TicketOrder } from './order.ts';
import { pageOf } from './page.ts';
import { shadesOf } from './shades.ts';
import { xjdfOf } from './xjdf.ts';

export type { Ticket, TicketSide } from './data.ts';
export type { TicketFold, TicketImposition, TicketOrder, TicketPanel, TicketPaper, TicketStep } from './order.ts';

export interface PrintTicket {
  /** What preflight found in the PDF. */
  readonly diagnostics: readonly Diagnostic[];
  /** A `Ticket`, indented. */
  readonly json: Uint8Array;
  readonly html: Uint8Array;
  /** For the pages of a product, before they are put together for a press. */
  readonly xjdf: Uint8Array;
}

/** The same bytes for the same PDF and order. Throws `Refused` for a PDF that preflight cannot look into. */
export async function printTicket(pdf: Uint8Array, order: TicketOrder): Promise<PrintTicket> {
  const { diagnostics, facts, file } = await inspect(pdf, paperProfiles[order.paper?.kind ?? 'coated']);
  const inks = inksIn(file, order.inks);
  const ticket = ticketOf(pdf, { ...order, inks }, facts, diagnostics);
  const shades = await shadesOf(
    file,
    inks.map(({ cmyk }) => cmyk),
  );
  const bytes = (text: string) => new TextEncoder().encode(text);
  return {
    diagnostics,
    json: bytes(`${JSON.stringify(ticket, null, 2)}\n`),
    html: bytes(pageOf(ticket, file.sheets, shades)),
    xjdf: bytes(xjdfOf(ticket, { size: pdf.length, version: version() })),
  };
}

/** Of a theme's colours those that this file paints with: the shop looks for each that it reads of. */
function inksIn(file: PrintFile, inks: TicketOrder['inks']): TicketOrder['inks'] {
  const painted = new Set<string>();
  for (const [{ colour }] of paintsOf(file)) {
    for (const part of colour === null ? [] : partsOf(colour)) {
      if (part.type !== 'inks') continue;
      painted.add(part.cmyk.map(Math.round).join(' '));
      for (const { name } of part.spots) painted.add(name);
    }
  }
  return inks.filter(({ cmyk, spot }) => painted.has(spot ?? cmyk.map(Math.round).join(' ')));
}
