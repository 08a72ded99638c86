/**
 * The ticket as an XJDF job (CIP4, XJDF 2.2): what the finished product is, for the programs of a print shop that estimate and plan.
 * It names the file of single pages. Lengths of XJDF are points, thicknesses are micrometres.
 */
import type { Ticket, TicketSide } from './data.ts';
import { safe } from './safe.ts';

const points = (millimetres: number): string => String(Math.round((millimetres * 72 * 100) / 25.4) / 100);

/** As XML Schema has names in lists: without spaces. */
const token = (name: string): string => name.replace(/[^\p{L}\p{N}._-]+/gu, '_');

const productTypes: Readonly<Record<Ticket['binding'], string>> = {
  'saddle stitch': 'Booklet',
  'perfect binding': 'Book',
  fold: 'Brochure',
  none: 'FlatWork',
};

const bindingTypes = {
  'saddle stitch': 'SaddleStitch',
  'perfect binding': 'SoftCover',
  fold: 'None',
  none: 'None',
} as const;

/** The folding catalogue’s numbers of folds that it has only one of. */
const catalog: Readonly<Record<string, string>> = { 'tri-fold': 'F6-4', 'z-fold': 'F6-1' };

interface XjdfFacts {
  /** Of the PDF, in bytes. */
  readonly size: number;
  /** Of Etrati. */
  readonly version: string;
}

export function xjdfOf(ticket: Ticket, { size, version }: XjdfFacts): string {
  const time = ticket.made ?? ticket.created;
  const file = { URL: encodeURIComponent(ticket.file), MimeType: 'application/pdf', FileSize: String(size) };
  const product = { ProductType: productTypes[ticket.binding], IsRoot: 'true', DescriptiveName: ticket.title };
  const root = {
    xmlns: 'http://www.CIP4.org/JDFSchema_2_0',
    Version: '2.2',
    JobID: token(ticket.file.replace(/\.print\.pdf$/, '')),
    Types: 'Product',
    DescriptiveName: ticket.title,
  };
  const header = { AgentName: 'Etrati', AgentVersion: version, DeviceID: 'Etrati', Time: time };
  const lines = element('XJDF', root, [
    ...element('AuditPool', {}, element('AuditCreated', {}, element('Header', header))),
    ...element('ProductList', {}, element('Product', product, [...commentsOf(ticket), ...intentsOf(ticket)])),
    ...element(
      'ResourceSet',
      { Name: 'RunList', Usage: 'Input' },
      element('Resource', {}, element('RunList', { NPage: String(ticket.pageCount) }, element('FileSpec', file))),
    ),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines.join('\n')}\n`;
}

/** What XJDF has no field for: white and varnish, where they are. */
function commentsOf({ steps }: Ticket): readonly string[] {
  return steps.flatMap(({ step, ink, on }) =>
    step === 'cut'
      ? []
      : element('Comment', { Type: 'Instruction', Language: 'en' }, [safe(`${step} (${ink}): ${on.join(', ')}`)]),
  );
}

function intentsOf(ticket: Ticket): readonly string[] {
  const { sides, paper, sizes, profile } = ticket;
  const [first] = sides;
  const standard = profile?.identifier ? { PrintStandard: token(profile.identifier) } : {};
  const surface = (name: string, part: 0 | 1) => {
    const of = sides.filter((_, index) => index % 2 === part);
    const inks = [...new Set(of.flatMap(({ inks: all }) => all))].map(token);
    return inks.length === 0 ? [] : element('SurfaceColor', { Surface: name, ColorsUsed: inks.join(' '), ...standard });
  };
  return [
    ...intent('LayoutIntent', {
      ...(sizes.bleed && sizes.trim ? { Bleed: points((sizes.bleed.width - sizes.trim.width) / 2) } : {}),
      ...(sizes.trim ? { Dimensions: `${points(sizes.trim.width)} ${points(sizes.trim.height)}` } : {}),
      ...(sizes.trim ? { FinishedDimensions: finished(first, sizes.trim) } : {}),
      Pages: String(pagesOf(ticket)),
      Sides: sides.length > 1 ? 'TwoSidedHeadToHead' : 'OneSided',
    }),
    ...(first === undefined || first.folding.length === 0 ? [] : foldingOf(ticket.layout, first)),
    ...intent('BindingIntent', { BindingType: bindingTypes[ticket.binding] }),
    ...intent('ColorIntent', {}, [...surface('Front', 0), ...surface('Back', 1)]),
    ...(paper === null
      ? []
      : intent('MediaIntent', {
          MediaType: 'Paper',
          Coating: paper.kind === 'coated' ? 'Coated' : 'None',
          ...(paper.caliper === null ? {} : { Thickness: String(Math.round(paper.caliper * 1000)) }),
        })),
    ...cuttingOf(ticket),
  ];
}

/** Folded, a sheet is as wide as its widest outer panel. */
function finished(side: TicketSide | undefined, trim: { readonly width: number; readonly height: number }): string {
  const panels = side?.panels.map(({ width }) => width) ?? [];
  const width = panels.length > 1 ? Math.max(...panels) : trim.width;
  return `${points(width)} ${points(trim.height)} 0`;
}

/** Of a folded sheet its panels, of other files its pages. */
function pagesOf({ sides, pageCount }: Ticket): number {
  const panels = sides.reduce((sum, side) => sum + side.panels.length, 0);
  return panels > 0 ? panels : pageCount;
}

/** In the order in which it is folded; how far each fold is from the left edge as the folds before it have left it. */
function foldingOf(layout: string, { folds, folding }: TicketSide): readonly string[] {
  const all = folds.map((at, index) => ({
    at,
    ...(folding[index] ?? { order: index + 1, direction: 'away' as const }),
  }));
  let edge = 0;
  const lines = all
    .toSorted((one, other) => one.order - other.order)
    .flatMap(({ at, direction }) => {
      const travel = Math.abs(at - edge);
      edge = at;
      return element('Fold', { From: 'Left', To: direction === 'away' ? 'Down' : 'Up', Travel: points(travel) });
    });
  const number = catalog[layout];
  return intent('FoldingIntent', number === undefined ? {} : { FoldCatalog: number }, lines);
}

function cuttingOf({ steps, sizes: { trim } }: Ticket): readonly string[] {
  const cut = steps.find(({ step }) => step === 'cut');
  if (cut === undefined || trim === null) return [];
  const box = (left: number, top: number, width: number, height: number) =>
    [left, trim.height - top - height, left + width, trim.height - top].map(points).join(' ');
  const edge =
    cut.corners === null
      ? []
      : element('ShapeCut', {
          ShapeType: 'RoundedRectangle',
          ShapeTypeDetails: `corner radius ${cut.corners} mm`,
          CutBox: box(0, 0, trim.width, trim.height),
        });
  const holes = cut.holes.flatMap(({ x, y, diameter }) =>
    element('ShapeCut', {
      ShapeType: 'Round',
      CutOut: 'true',
      CutBox: box(x - diameter / 2, y - diameter / 2, diameter, diameter),
    }),
  );
  return intent('ShapeCuttingIntent', {}, [...edge, ...holes]);
}

function intent(name: string, attributes: Attributes, inner: readonly string[] = []): readonly string[] {
  return element('Intent', { Name: name }, element(name, attributes, inner));
}

type Attributes = Readonly<Record<string, string>>;

/** Lines of markup; what stands within is indented, and text alone on its line is part of the element's. */
function element(name: string, attributes: Attributes, inner: readonly string[] = []): readonly string[] {
  const all = Object.entries(attributes).map(([key, value]) => ` ${key}="${safe(value)}"`);
  const [text] = inner;
  if (text === undefined) return [`<${name}${all.join('')}/>`];
  if (inner.length === 1 && !text.startsWith('<')) return [`<${name}${all.join('')}>${text}</${name}>`];
  return [`<${name}${all.join('')}>`, ...inner.map((line) => `  ${line}`), `</${name}>`];
}
