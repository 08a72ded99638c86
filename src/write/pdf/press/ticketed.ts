/** Files for the press with their tickets, and what preflight finds in them. */
import type { Report } from '../../../diagnostics.ts';
import { printTicket, type TicketOrder } from '../../../ticket/ticket.ts';
import type { WrittenFile } from '../../targets.ts';

export const printExtension = 'print.pdf';

/** What is told before, where the data names the picture. */
export const toldAtTheirPlaces: readonly string[] = ['picture-coarse', 'picture-too-coarse'];

/** A file with its ticket. What another file of the same document has told already, by its code, is not told again. */
export async function ticketed(
  extension: string,
  bytes: Uint8Array,
  order: TicketOrder,
  { report, reported }: { readonly report: Report; readonly reported: Set<string> },
): Promise<WrittenFile[]> {
  const ticket = await printTicket(bytes, order);
  const fresh = ticket.diagnostics.filter(({ code }) => !reported.has(code));
  for (const found of fresh) {
    // A build has many such files, and the finding no place in any data.
    report.add({ ...found, message: `${order.file}: ${found.message}` });
    reported.add(found.code);
  }
  const isPages = extension === printExtension;
  const name = isPages ? 'ticket' : `${extension.replace(/\.pdf$/, '')}.ticket`;
  return [
    { extension, bytes },
    { extension: `${name}.json`, bytes: ticket.json },
    { extension: `${name}.html`, bytes: ticket.html },
    // A product is told once, however its pages are put together.
    ...(isPages ? [{ extension: `${name}.xjdf`, bytes: ticket.xjdf }] : []),
  ];
}
