/** Why a drawing cannot be taken, in words for the person who has it, before its place is looked up. */
import { shortened } from '../../text.ts';

export type FlawCode =
  | 'not-a-picture'
  | 'picture-damaged'
  | 'picture-unsafe'
  | 'picture-unsupported'
  | 'picture-too-large';

/** Where in the file: the element by the offset of its `<`, and the attribute that is meant, or an offset of its own. */
export interface SvgPosition {
  readonly offset: number;
  readonly attribute?: string;
}

/** Thrown within this folder only; `readSvg` makes a finding out of it. */
export class Flaw extends Error {
  readonly code: FlawCode;
  /** Continues "… cannot be used: ". */
  readonly reason: string;
  readonly spot: SvgPosition;
  readonly hint: string;

  constructor(code: FlawCode, reason: string, spot: SvgPosition, hint: string) {
    super(reason);
    [this.code, this.reason, this.spot, this.hint] = [code, reason, spot, hint];
  }
}

const plainHint = 'Remove it in your drawing program and export the drawing again, or give it as a PNG.';

/** What we do not paint the same in all formats. */
export function unsupported(reason: string, spot: SvgPosition, hint = plainHint): Flaw {
  return new Flaw('picture-unsupported', reason, spot, hint);
}

/** What could run, load or lead somewhere. */
export function unsafe(reason: string, spot: SvgPosition, hint = plainHint): Flaw {
  return new Flaw('picture-unsafe', reason, spot, hint);
}

export function damaged(reason: string, spot: SvgPosition, hint = 'Export the drawing again.'): Flaw {
  return new Flaw('picture-damaged', reason, spot, hint);
}

/** What would be a blank on the page. */
export function blank(spot: SvgPosition): Flaw {
  const hint = 'Open it in your drawing program, make its layers visible, and export it again.';
  return new Flaw('not-a-picture', 'nothing in it is painted', spot, hint);
}

export function tooLarge(reason: string, spot: SvgPosition): Flaw {
  return new Flaw('picture-too-large', reason, spot, 'Make the drawing simpler, or give it as a PNG.');
}

/** A value from the file, short enough for a message. */
export function shown(value: string): string {
  return shortened(value.replace(/\s+/g, ' ').trim(), 40);
}
