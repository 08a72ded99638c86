/** What of a picture is shown, and where it stands. */
import * as z from 'zod';
import { ratioOf } from '../../model/picture.ts';
import { sides, widthNames } from '../../model/placing.ts';
import type { IssueParams } from './fields.ts';

/** Its sides, as width by height. */
export const crop = z
  .string()
  .refine((text) => ratioOf(text) !== null, {
    params: {
      code: 'bad-value',
      message: 'This is not a ratio of width and height.',
      hint: 'Write a ratio such as "16:9", "3:2" or "1:1", from 1:10 to 10:1.',
    } satisfies IssueParams,
  })
  .describe('The ratio that the picture is cut to, width by height, such as "16:9"');

export const focus = z
  .array(z.number().min(0).max(1))
  .length(2)
  .describe('With "crop": what must stay, from the left and from the top, such as [0.5, 0.3] (default: the middle)');

export const width = z
  .enum(widthNames)
  .describe('Its part of the text’s width, with the caption beside it (default: as wide as there is room)');
export const side = z.enum(sides).describe('With "width": the side of the text where it is (default: left)');
