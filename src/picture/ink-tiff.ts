/** Bare inks as a file: sharp takes four channels for light that shines through, unless a format says that they are inks. */

/** CMYK pixels, a byte each from no ink to full, as a TIFF (TIFF 6.0, 2 and 16), with the profile of their press or without. */
export function inkTiff(
  inks: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  profile: Uint8Array | null = null,
): Uint8Array {
  const [short, long, untyped] = [3, 4, 7];
  const count = profile === null ? 9 : 10;
  const bitsAt = 8 + 2 + 12 * count + 4;
  const [inksAt, profileAt] = [bitsAt + 8, bitsAt + 8 + inks.length];
  const entries = [
    [256, long, 1, width],
    [257, long, 1, height],
    [258, short, 4, bitsAt], // bits of each ink
    [259, short, 1, 1], // not compressed
    [262, short, 1, 5], // CMYK
    [273, long, 1, inksAt], // where the pixels are
    [277, short, 1, 4], // inks
    [278, long, 1, height], // rows that stand together
    [279, long, 1, inks.length],
    ...(profile === null ? [] : [[34675, untyped, profile.length, profileAt] as const]),
  ] as const;
  const file = new Uint8Array(profileAt + (profile?.length ?? 0));
  const view = new DataView(file.buffer);
  file.set([0x49, 0x49, 42, 0, 8, 0, 0, 0]);
  view.setUint16(8, count, true);
  for (const [index, [tag, type, values, value]] of entries.entries()) {
    const at = 10 + 12 * index;
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, type, true);
    view.setUint32(at + 4, values, true);
    view.setUint32(at + 8, value, true);
  }
  for (const ink of [0, 1, 2, 3]) view.setUint16(bitsAt + 2 * ink, 8, true);
  file.set(inks, inksAt);
  if (profile !== null) file.set(profile, profileAt);
  return file;
}
