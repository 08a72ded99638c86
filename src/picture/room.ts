/** How large pictures can become on paper, and how many pixels that takes. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The largest place that a picture can have on a page, in points. */
export interface Room extends Size {
  /** For files that are sent by mail a picture is as light as it may be; else it is sharp on paper too. */
  readonly light?: boolean;
}

/** Between the margins of an A4 page. */
export const textArea: Room = { width: 505, height: 729 };

/**
 * The pixels that a picture needs to be as sharp as `ppi` when it fills the room, in its own proportions; its own size if that
 * is less.
 */
export function fitted(size: Size, room: Room, ppi: number): Size {
  const scale = Math.min(((room.width / 72) * ppi) / size.width, ((room.height / 72) * ppi) / size.height);
  if (scale >= 1) return { width: size.width, height: size.height };
  // Rounded up: a pixel less would be a little under `ppi`.
  const side = (length: number): number => Math.min(length, Math.ceil(length * scale - 1e-6));
  return { width: side(size.width), height: side(size.height) };
}
