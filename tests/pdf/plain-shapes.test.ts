/** Plain shapes that we paint ourselves, against svg-to-pdfkit: the same operators. */
import fc from 'fast-check';
import svgModule from 'pdfmake/js/3rd-party/svg-to-pdfkit.js';
import pdfDocumentModule from 'pdfmake/js/PDFDocument.js';
import { describe, expect, it } from 'vitest';
import { paintShapes, shapesOf } from '../../src/write/pdf/paint/plain-shapes.ts';

type Pdf = InstanceType<typeof pdfDocumentModule.default>;

function operatorsOf(paint: (pdf: Pdf) => void): readonly string[] {
  const pdf = new pdfDocumentModule.default({}, {}, {}, {}, { font: null }, null);
  const operators: string[] = [];
  pdf.addContent = (operator) => {
    operators.push(operator);
    return pdf;
  };
  pdf._doOpacity = (fill, stroke) => {
    operators.push(`${fill} ${stroke}`);
    return pdf;
  };
  paint(pdf);
  return [...operators, String(pdf._fillColor)];
}

function compare(svg: string): boolean {
  const shapes = shapesOf(svg);
  if (shapes === null) return false;
  const options = { width: 20, height: 20, assumePt: true };
  const theirs = operatorsOf((pdf) => svgModule.default(pdf, svg, 3, 4, options));
  expect(
    operatorsOf((pdf) => paintShapes(shapes, [3, 4], pdf)),
    svg,
  ).toEqual(theirs);
  return true;
}

const around = (content: string, view = '0 0 30 20'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="61.5" height="43.25" viewBox="${view}">${content}</svg>`;

const number = fc.oneof(
  fc.integer({ min: -3, max: 40 }).map(String),
  fc.double({ min: -9, max: 50, noNaN: true }).map((value) => value.toFixed(3)),
);
const numbers = (count: number) => fc.array(number, { minLength: count, maxLength: count }).map((all) => all.join(' '));
const flag = fc.constantFrom('0', '1');
const command = fc.oneof(
  ...(['L', 'l', 'T', 't', 'M', 'm'] as const).map((letter) => numbers(2).map((all) => letter + all)),
  ...(['H', 'h', 'V', 'v'] as const).map((letter) => numbers(1).map((all) => letter + all)),
  ...(['S', 's', 'Q', 'q'] as const).map((letter) => numbers(4).map((all) => letter + all)),
  ...(['C', 'c'] as const).map((letter) => numbers(6).map((all) => letter + all)),
  ...(['A', 'a'] as const).map((letter) =>
    fc.tuple(numbers(3), flag, flag, numbers(2)).map(([radii, ...rest]) => `${letter}${radii} ${rest.join(' ')}`),
  ),
  fc.constantFrom('Z', 'z'),
);
const data = fc
  .tuple(numbers(2), fc.array(command, { maxLength: 8 }))
  .map(([first, all]) => `M${first}${all.join('')}`);
const attribute = (name: string, value: fc.Arbitrary<string>) => value.map((each) => ` ${name}="${each}"`);
const maybe = (name: string, value: fc.Arbitrary<string>) => fc.option(attribute(name, value), { nil: '' });
const color = fc.constantFrom('#A9C7EE', '#000000', 'none', '#1f5cb5');
const share = fc.constantFrom('0.5', '1', '0.25');
const matrix = fc.oneof(
  numbers(2).map((all) => `translate(${all})`),
  numbers(6).map((all) => `matrix(${all})`),
);
const manner = fc
  .tuple(
    attribute('fill', color),
    ...[maybe('fill-opacity', share), maybe('fill-rule', fc.constant('evenodd')), maybe('stroke', color)],
    ...[maybe('stroke-opacity', share), maybe('stroke-width', fc.constantFrom('2', '0.8'))],
    ...[
      maybe('stroke-linecap', fc.constantFrom('round', 'square')),
      maybe('stroke-linejoin', fc.constantFrom('round', 'bevel')),
    ],
    ...[maybe('stroke-miterlimit', fc.constant('10')), maybe('stroke-dasharray', fc.constantFrom('1 2', '3 1 0.5 2'))],
    maybe('transform', matrix),
  )
  .map((all) => all.join(''));
const geometry = fc.oneof(
  data.map((d) => `<path d="${d}"`),
  fc
    .tuple(...[1, 2, 3, 4].map(() => number))
    .map(([x, y, w, h]) => `<rect x="${x}" y="${y}" width="${w}" height="${h}"`),
  fc.tuple(number, number, number).map(([x, y, r]) => `<circle cx="${x}" cy="${y}" r="${r}"`),
  fc.tuple(...[1, 2, 3, 4].map(() => number)).map(([x, y, r, s]) => `<ellipse cx="${x}" cy="${y}" rx="${r}" ry="${s}"`),
  fc.tuple(...[1, 2, 3, 4].map(() => number)).map(([x, y, r, s]) => `<line x1="${x}" y1="${y}" x2="${r}" y2="${s}"`),
);
const shape = fc.tuple(geometry, manner).map(([one, other]) => `${one}${other}/>`);
const part = fc.oneof(
  { arbitrary: shape, weight: 4 },
  fc
    .tuple(matrix, fc.array(shape, { maxLength: 3 }))
    .map(([to, all]) => `<g transform="${to}">\n  ${all.join('')}</g>`),
);

describe('plain shapes', () => {
  it('are painted as svg-to-pdfkit paints them', () => {
    let own = 0;
    const property = fc.property(
      fc.array(part, { maxLength: 3 }),
      fc.constantFrom('0 0 30 20', '-3 2.5 10 40'),
      (all, view) => {
        if (compare(around(all.join(''), view))) own += 1;
      },
    );
    fc.assert(property, { seed: 12, numRuns: 1500 });
    expect(own).toBeGreaterThan(500);
  });

  it.each([
    '<path d="M0 0" fill="none" stroke="#000000" stroke-linecap="round"/>',
    '<path d="M0 0H3" fill="url(#g)"/>',
    '<path d="M0 0H3"/>',
    '<g opacity="0.5"><path d="M0 0H3" fill="none"/></g>',
    '<rect width="3" height="3" rx="1" fill="#000000"/>',
    '<image width="1" height="1"/>',
    '<path fill="#000000" d="M0 0H3" clip-path="url(#a)"/>',
  ])('are not %s', (content) => {
    expect(shapesOf(around(content))).toBeNull();
  });
});
