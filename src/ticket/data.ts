/** The ticket as data: what the JSON file holds, and what the page is made of. */
import { createHash } from 'node:crypto';
import type { Diagnostic } from '../diagnostics.ts';
import { processInks } from '../finished/pdf/paint/colour.ts';
import type { PreflightFacts, SheetSize } from '../preflight/preflight.ts';
import type { TicketFold, TicketImposition, TicketOrder, TicketPanel, TicketPaper, TicketStep } from './order.ts';

export interface TicketSide {
  readonly page: number;
  /** What it is called where it is no page of its own. */
  readonly name: string | null;
  readonly trim: SheetSize | null;
  readonly bleed: SheetSize | null;
  readonly media: SheetSize;
  readonly panels: readonly TicketPanel[];
  /** Millimetres from the left of the trim, from left to right. */
  readonly folds: readonly number[];
  readonly folding: readonly TicketFold[];
  /** Where it is cut besides its edges, likewise. */
  readonly cuts: readonly number[];
  /** Names of the inks that come onto it. */
  readonly inks: readonly string[];
  /** What is done on it besides printing them. */
  readonly steps: readonly TicketStep['step'][];
}

/** The shape of the JSON file. A field may be added; a change of what there is raises `ticket`. */
export interface Ticket {
  readonly ticket: 1;
  readonly file: string;
  /** Of the PDF, in hexadecimal, so that a shop knows that it got this very file. */
  readonly sha256: string;
  readonly title: string;
  readonly lang: string;
  /** ISO 8601. */
  readonly created: string;
  /** ISO 8601; null where it is not told. */
  readonly made: string | null;
  readonly layout: string;
  readonly binding: TicketOrder['binding'];
  readonly marks: string;
  readonly paper: TicketPaper | null;
  readonly imposition: TicketImposition | null;
  /** Millimetres. */
  readonly spine: number | null;
  /** How many inks the fronts and the backs have at most, such as `4/4`. */
  readonly colours: string;
  readonly pageCount: number;
  /** PDF version and, as the file claims it, PDF/X. */
  readonly pdf: { readonly version: string; readonly standard: string | null };
  /** Of the first side, in millimetres. */
  readonly sizes: {
    readonly trim: SheetSize | null;
    readonly bleed: SheetSize | null;
    readonly media: SheetSize | null;
  };
  readonly sides: readonly TicketSide[];
  readonly profile: PreflightFacts['intent'];
  readonly inks: {
    readonly process: readonly string[];
    /** Without those of `steps`, which are no colours. */
    readonly spot: readonly string[];
    /** Percent on one place. */
    readonly maximum: PreflightFacts['inkMaximum'];
    readonly tokens: TicketOrder['inks'];
  };
  /** What is done besides printing colours: those of the order that are in the file. */
  readonly steps: readonly TicketStep[];
  /** How large type is of what the theme says: less than 1 where it was made smaller so that the text fits. */
  readonly typeScale: number;
  readonly fonts: PreflightFacts['fonts'];
  readonly pictures: PreflightFacts['pictures'];
  readonly conversions: readonly string[];
  readonly findings: readonly Pick<Diagnostic, 'severity' | 'code' | 'message' | 'hints' | 'clause'>[];
}

export function ticketOf(
  pdf: Uint8Array,
  order: TicketOrder,
  facts: PreflightFacts,
  diagnostics: readonly Diagnostic[],
): Ticket {
  const steps = (order.steps ?? []).filter(({ ink }) => facts.inks.includes(ink));
  const isColour = (name: string): boolean => steps.every(({ ink }) => ink !== name);
  const sides = sidesOf(order, facts, steps, isColour);
  const [first] = sides;
  return {
    ticket: 1,
    file: order.file,
    sha256: createHash('sha256').update(pdf).digest('hex'),
    title: order.title,
    lang: order.lang,
    created: order.created.toISOString(),
    made: order.made?.toISOString() ?? null,
    layout: order.layout,
    binding: order.binding,
    marks: order.marks,
    paper: order.paper ?? null,
    imposition: order.imposition ?? null,
    spine: order.spine ?? null,
    colours: coloursOf(sides, order.imposition?.kind === '2-up'),
    pageCount: facts.pageCount,
    pdf: { version: facts.version, standard: facts.standard },
    sizes: { trim: first?.trim ?? null, bleed: first?.bleed ?? null, media: first?.media ?? null },
    sides,
    profile: facts.intent,
    inks: {
      process: facts.inks.filter((name) => processInks.includes(name)),
      spot: facts.inks.filter((name) => !processInks.includes(name) && isColour(name)),
      maximum: facts.inkMaximum,
      tokens: order.inks,
    },
    steps,
    typeScale: order.typeScale ?? 1,
    fonts: facts.fonts,
    pictures: facts.pictures,
    conversions: order.conversions,
    findings: diagnostics.map(({ severity, code, message, hints, clause }) => ({
      severity,
      code,
      message,
      hints,
      ...(clause === undefined ? {} : { clause }),
    })),
  };
}

/** A side that names no page of the file is left out: the ticket tells what is there. */
function sidesOf(
  { sides }: TicketOrder,
  { pages }: PreflightFacts,
  steps: readonly TicketStep[],
  isColour: (name: string) => boolean,
): readonly TicketSide[] {
  const asked: TicketOrder['sides'] =
    sides.length > 0 ? sides : pages.map((_, index) => ({ page: index + 1, panels: [] }));
  return asked.flatMap(({ page, panels, name = null, folds = foldsOf(panels), cuts = [], folding = [] }) => {
    const facts = pages[page - 1];
    if (facts === undefined) return [];
    const done = steps.filter(({ ink }) => facts.inks.includes(ink)).map(({ step }) => step);
    return [{ page, name, ...facts, panels, folds, folding, cuts, inks: facts.inks.filter(isColour), steps: done }];
  });
}

function coloursOf(sides: readonly TicketSide[], isTurned: boolean): string {
  const most = (part: 0 | 1): number =>
    Math.max(0, ...sides.filter((_, index) => isTurned || index % 2 === part).map(({ inks }) => inks.length));
  return `${most(0)}/${most(1)}`;
}

function foldsOf(panels: readonly TicketPanel[]): readonly number[] {
  let at = 0;
  return panels.slice(0, -1).map(({ width }) => {
    at += width;
    return Math.round(at * 100) / 100;
  });
}
