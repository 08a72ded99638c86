/** Pictures that a program has saved anew, smaller or in another format, are what they were: told by how they look. */

import type { Manuscript, ManuscriptRun } from '../finished/docx/manuscript.ts';
import { loadSharp } from '../picture/sharp.ts';

/** Pixels on each side of what is compared. */
const side = 24;
/** The most that the mean of lightness and colour may differ, of 255: more than saving anew does, less than another picture. */
const mostDifference = 9;

/** The edited document with the sums of those pictures of the other one that its own look like. */
export async function withKnownPictures(edited: Manuscript, base: Manuscript): Promise<Manuscript> {
  const fresh = [...edited.media].filter(([sum]) => !base.media.has(sum));
  if (fresh.length === 0) return edited;
  const known = await Promise.all([...base.media].map(async ([sum, bytes]) => ({ sum, look: await lookOf(bytes) })));
  const sums = new Map<string, string>();
  for (const [sum, bytes] of fresh) {
    const left = [...base.media.keys()].find((key) => isLeftOf(sum, key));
    if (left !== undefined) {
      sums.set(sum, left);
      continue;
    }
    const look = await lookOf(bytes);
    const crop = cropIn(sum);
    let [best, least] = [null as string | null, mostDifference];
    for (const each of known) {
      if (look === null || each.look === null || cropIn(each.sum) !== crop) continue;
      const difference = differenceOf(look, each.look);
      if (difference < least) [best, least] = [each.sum, difference];
    }
    if (best !== null) sums.set(sum, best);
  }
  const runsOf = (runs: readonly ManuscriptRun[]): readonly ManuscriptRun[] =>
    runs.map((run) => {
      const { thing } = run;
      if (thing?.type === 'note') return { ...run, thing: { ...thing, runs: runsOf(thing.runs) } };
      return thing?.type === 'picture' ? { ...run, thing: { ...thing, sum: sums.get(thing.sum) ?? thing.sum } } : run;
    });
  const margins = [...edited.margins].map(([key, runs]) => {
    let known = key;
    for (const [sum, other] of sums) known = known.replaceAll(sum, other);
    return [known, runsOf(runs)] as const;
  });
  return {
    ...edited,
    paragraphs: edited.paragraphs.map((paragraph) => ({ ...paragraph, runs: runsOf(paragraph.runs) })),
    margins: new Map(margins),
  };
}

/** Of a drawing and the picture for those who cannot show it LibreOffice keeps the picture, byte for byte. */
function isLeftOf(sum: string, whole: string): boolean {
  return cropIn(sum) === cropIn(whole) && uncropped(whole).split('+').includes(uncropped(sum));
}

function uncropped(sum: string): string {
  return sum.replace(cropIn(sum), '');
}

function cropIn(sum: string): string {
  return / cropped .*/.exec(sum)?.[0] ?? '';
}

interface Look {
  readonly pixels: Uint8Array;
  readonly ratio: number;
}

/** Null for what cannot be read as a picture. */
async function lookOf(bytes: Uint8Array): Promise<Look | null> {
  try {
    const sharp = await loadSharp();
    const picture = sharp(bytes, { limitInputPixels: 100_000_000 });
    const { width, height } = await picture.metadata();
    const pixels = await picture
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .resize(side, side, { fit: 'fill' })
      .removeAlpha()
      .raw()
      .toBuffer();
    return { pixels, ratio: width / height };
  } catch {
    return null;
  }
}

function differenceOf(one: Look, other: Look): number {
  if (one.pixels.length !== other.pixels.length || Math.abs(Math.log(one.ratio / other.ratio)) > 0.05) return 255;
  return one.pixels.reduce((sum, value, at) => sum + Math.abs(value - (other.pixels[at] ?? 0)), 0) / one.pixels.length;
}
