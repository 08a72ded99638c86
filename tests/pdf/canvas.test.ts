import { expect, it } from 'vitest';
import { Canvas } from '../../src/write/pdf/paint/canvas.ts';

/** Operators as a page gets them; of the path only that it was asked for. */
function painted(paint: (canvas: Canvas) => void): { readonly operators: readonly string[]; readonly traced: number } {
  const operators: string[] = [];
  let traced = 0;
  const pdf = {
    addContent(operator: string) {
      operators.push(operator);
      return this;
    },
    path(d: string) {
      traced += 1;
      return this.addContent(`path ${d}`);
    },
  };
  paint(new Canvas(Object.create(pdf)));
  return { operators: operators.join('\n').split('\n'), traced };
}

it('draws circles of one radius by one text, each moved to its place', () => {
  const { operators, traced } = painted((canvas) => {
    for (const y of [10, 20.12345]) canvas.circle(5, y, 2, { stroke: '#000000' });
  });
  expect(traced).toBe(1);
  const [moved, path] = ['1 0 0 1 5 10 cm', operators.find((each) => each.startsWith('path'))];
  expect(operators).toEqual([
    ...['q', '0 0 0 RG 1 w', moved, path, 'S', 'Q'],
    ...['q', '0 0 0 RG 1 w', '1 0 0 1 5 20.123 cm', path, 'S', 'Q'],
  ]);
});

it('traces a path once, however often it is drawn', () => {
  const { operators, traced } = painted((canvas) => {
    for (const fill of ['#ffffff', '#000000']) canvas.path('M 0 0 h 5', { fill });
  });
  expect(traced).toBe(1);
  expect(operators.filter((each) => each === 'path M 0 0 h 5')).toHaveLength(2);
});
