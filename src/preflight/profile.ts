/**
 * What a print shop asks of a file, as data: limits that a shop may have its own of. Those of the Ghent Workgroup (GWG 2015 and
 * 2022, by variant) are for presses that the workgroup names; ours are those of sheet-fed offset on coated paper.
 */
import { finest, mostInkOn } from '../picture/press.ts';

/** At null nothing is asked. */
export interface PressProfile {
  readonly name: string;
  /** Percent of ink on one place, all inks together. */
  readonly ink: number | null;
  /** Pixels to an inch as printed: below the first an error, below the second a warning. */
  readonly ppi: Limits | null;
  /** The same for pictures of one bit, which have no greys to smooth their edges with. */
  readonly lineArtPpi: Limits | null;
  /** Pixels to an inch beyond which nobody sees more; not for pictures of one bit. */
  readonly mostPpi: number | null;
  /** Points. */
  readonly line: LineLimits | null;
  /** Points of the smallest text in several inks, and of that left white in a ground of several inks. */
  readonly type: { readonly positive: number; readonly reversed: number } | null;
  /** Millimetres on each side. */
  readonly bleed: number | null;
  /** Millimetres between texts and the cut. */
  readonly margin: number | null;
  /** Colours of light that a profile or Lab tells, which PDF/X-4 allows: what is found of them. */
  readonly colours: 'cmyk' | 'warn' | 'any';
  /** The most spot colours; null for any number. */
  readonly spots: number | null;
  /** Whether what makes good print is asked, such as black text in one ink. */
  readonly quality: boolean;
  /** Whether PDF/X-4 is asked of files that do not claim it. */
  readonly pdfX: boolean;
}

interface Limits {
  readonly error: number;
  readonly warning: number;
}

interface LineLimits {
  /** The thinnest line in one ink. */
  readonly one: number;
  /** The thinnest line in several inks, which have to meet on it. */
  readonly several: number;
}

const sheet: PressProfile = {
  name: 'default',
  ink: 300,
  ppi: { error: 150, warning: 225 },
  mostPpi: finest,
  lineArtPpi: { error: 550, warning: 800 },
  line: { one: 0.25, several: 0.5 },
  type: { positive: 8, reversed: 7 },
  bleed: 3,
  margin: 4,
  colours: 'warn',
  spots: null,
  quality: true,
  pdfX: false,
};

const named = (name: string, changes: Partial<PressProfile>): PressProfile => ({ ...sheet, ...changes, name });
const cmyk = { colours: 'cmyk', pdfX: true, mostPpi: null } as const;
const light = { colours: 'any', pdfX: true, mostPpi: null } as const;
const news = { ink: 240, ppi: { error: 100, warning: 150 } } as const;

/** The variants of the Ghent Workgroup for offset; each with its limits, for CMYK alone and with colours of profiles. */
const variants = {
  sheetcmyk: { spots: 0 },
  sheetspot: {},
  magazineads: { spots: 0 },
  newspaperads: { ...news, spots: 0 },
  webcmyk: { spots: 0 },
  webspot: {},
  webcmyknews: { ...news, ink: 260, spots: 0 },
} as const;

const workgroup = ['gwg2015', 'gwg2022'].flatMap((year) =>
  Object.entries(variants).flatMap(([variant, limits]) => [
    named(`${year}-${variant}`, { ...limits, ...cmyk }),
    named(`${year}-${variant}-rgb`, { ...limits, ...light }),
  ]),
);

const standard: PressProfile = {
  name: 'x4',
  ink: null,
  ppi: null,
  mostPpi: null,
  lineArtPpi: null,
  line: null,
  type: null,
  bleed: null,
  margin: null,
  colours: 'any',
  spots: null,
  quality: false,
  pdfX: true,
};

export const usualProfile = sheet;

/** What shops ask of each paper: without a coating it takes less ink before it sets off. */
export const paperProfiles = {
  coated: sheet,
  uncoated: { ...sheet, name: 'uncoated', ink: mostInkOn.uncoated },
} as const;

export const profiles: Readonly<Record<string, PressProfile>> = Object.fromEntries(
  [sheet, standard, ...workgroup].map((profile) => [profile.name, profile]),
);
