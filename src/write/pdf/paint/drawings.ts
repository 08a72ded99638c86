/**
 * SVG pictures as operators: documents of a batch have the same ones, and to read their paths takes longer than to set a page. Kept
 * is what any file paints alike.
 */
import svgModule from 'pdfmake/js/3rd-party/svg-to-pdfkit.js';
import pdfDocumentModule from 'pdfmake/js/PDFDocument.js';
import { Kept } from '../../../kept.ts';
import { paintShapes, shapesOf } from './plain-shapes.ts';

type Pdf = InstanceType<typeof pdfDocumentModule.default>;

/** Operators, or opacities, for which each file has names of its own. */
type Step = string | { readonly fill: number | null; readonly stroke: number | null };

/** 8 MB of letters, which is some hundred drawings; null for those that make objects of the file, as gradients and masks do. */
const drawings = new Kept<readonly Step[] | null>(8e6, (steps) =>
  (steps ?? []).reduce((sum, step) => sum + (typeof step === 'string' ? step.length : 1), 0),
);

export interface SvgPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws an SVG in points. `bytesOf` are those of a picture that it names; `alike` says that the file paints its colours as they are.
 */
export function drawSvg(
  drawing: SvgPicture,
  [x, y]: readonly [x: number, y: number],
  { pdf, alike, bytesOf }: { readonly pdf: Pdf; readonly alike: boolean; readonly bytesOf: (name: string) => Buffer },
): void {
  const { svg, width, height } = drawing;
  // A picture inside is an object of each file, which the first place that shows it makes.
  const isKept = alike && !svg.includes('<image');
  const steps = isKept ? drawings.get(`${width} ${height} ${svg}`, () => recorded(drawing)) : null;
  if (steps === null) {
    // A picture inside is named; one that is part of a mask is there as it is.
    draw(drawing, [x, y], pdf, (link) => (link.startsWith('data:') ? link : bytesOf(link)));
    return;
  }
  pdf.save().translate(x, y);
  for (const step of steps)
    if (typeof step === 'string') pdf.addContent(step);
    else pdf._doOpacity(step.fill, step.stroke);
  pdf.restore();
}

function draw(
  { svg, width, height }: SvgPicture,
  [x, y]: readonly [x: number, y: number],
  pdf: Pdf,
  imageCallback: (link: string) => unknown,
): void {
  const shapes = shapesOf(svg);
  if (shapes !== null) {
    paintShapes(shapes, [x, y], pdf);
    return;
  }
  const fontCallback = (): never => {
    throw new Error('text in an SVG picture');
  };
  svgModule.default(pdf, svg, x, y, { width, height, assumePt: true, fontCallback, imageCallback });
}

/** What a file would get; null if it would get objects too. */
function recorded(drawing: SvgPicture): readonly Step[] | null {
  const steps: Step[] = [];
  const pdf = new pdfDocumentModule.default({}, {}, {}, {}, { font: null }, null);
  pdf.addContent = (operator) => {
    steps.push(operator);
    return pdf;
  };
  pdf._doOpacity = (fill = null, stroke = null) => {
    if (fill !== null || stroke !== null) steps.push({ fill, stroke });
    return pdf;
  };
  pdf.ref = () => {
    throw new NeedsObjects();
  };
  try {
    draw(drawing, [0, 0], pdf, () => undefined);
  } catch (error) {
    if (error instanceof NeedsObjects) return null;
    throw error;
  }
  // It stands between marks of its own, in which its place comes first.
  return joined(steps.slice(1, -1));
}

class NeedsObjects extends Error {}

/** Operators that follow one another as one text. */
function joined(steps: readonly Step[]): readonly Step[] {
  const whole: Step[] = [];
  for (const step of steps) {
    const last = whole.at(-1);
    if (typeof step === 'string' && typeof last === 'string') whole[whole.length - 1] = `${last}\n${step}`;
    else whole.push(step);
  }
  return whole;
}
