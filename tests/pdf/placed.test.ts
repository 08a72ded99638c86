/** Pictures at a side of the text, with their captions beside them where a format can do that and stay readable. */
import { describe, expect, it } from 'vitest';
import { type PictureSide, type PictureWidth, widths } from '../../src/model/placing.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { docx } from '../../src/write/docx/docx.ts';
import { html } from '../../src/write/html/html.ts';
import { setPages } from '../../src/write/pdf/page/pages.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import type { Line } from '../../src/write/pdf/text/inlines.ts';
import * as make from '../make.ts';
import { gza } from '../theme/gza.ts';
import { job } from './job.ts';

const theme = await gza();

const placed = (width: PictureWidth, side: PictureSide) =>
  make.document({
    body: [
      make.section('one', 'One', [
        make.p('Before.'),
        { ...make.figure(make.square, 'A square.', 'The caption.'), placing: { width, side } },
        make.p('After.'),
      ]),
    ],
  });

describe.each([
  ['third', 'left'],
  ['half', 'right'],
  ['two-thirds', 'left'],
] as const)('a picture of a %s at the %s', (width, side) => {
  it('stands in the text’s column beside its caption, at one height', async () => {
    const { pages } = await setPages(placed(width, side), job);
    const items = pages.flatMap((page) => page.items);
    const picture = items.find(({ type }) => type === 'svg')?.item as { x: number; y: number; _width: number };
    const lines = items
      .filter(({ type }) => type === 'line')
      .map(({ item }) => item as Line & { x: number; y: number });
    const saying = (text: string) =>
      lines.find(
        (line) =>
          line.inlines
            .map((piece) => piece.text)
            .join('')
            .trim() === text,
      );
    const [before, caption] = [saying('Before.'), saying('The caption.')];
    if (before === undefined || caption === undefined) throw new Error('a line is missing');
    const gap = theme.looks.columns.gap.page;
    const column = theme.page.width - theme.page.right - theme.looks.page.textRight - before.x;
    expect(picture._width).toBeCloseTo((column - gap) * widths[width], 3);
    expect(caption.y).toBeCloseTo(picture.y, 3);
    const [first, second, own] = side === 'left' ? [picture, caption, picture._width] : [caption, picture, null];
    expect(first.x).toBeCloseTo(before.x, 3);
    expect(second.x).toBeCloseTo(before.x + (own === null ? column - picture._width : own + gap), 3);
  });

  it('is read before its caption in every format', async () => {
    const document = placed(width, side);
    for (const [writer, format] of [
      [pdf, 'pdf'],
      [docx, 'docx'],
      [html, 'html'],
    ] as const) {
      const outline = JSON.stringify(await outlineOf(await writer.write(document, job), format));
      const order = ['Before.', 'A square.', 'The caption.', 'After.'].map((text) => outline.indexOf(text));
      expect(order, format).toEqual(order.toSorted((one, other) => one - other));
      expect(order, format).not.toContain(-1);
    }
  });
});
