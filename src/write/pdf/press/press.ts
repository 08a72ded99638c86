/** What a press needs to know of a file: the paper's edge that is cut off, and the inks on their paper. */
import { isFogra39 } from '../../../picture/open-profile.ts';
import type { Profile } from '../../../picture/profile.ts';
import type { PressInks } from '../paint/inks.ts';

export interface Press {
  readonly inks: PressInks;
  readonly profile: Profile;
  /** How far what touches the page's edge goes on beyond it, in points. */
  readonly bleed: number;
  /** How far the sheet reaches beyond the bleed on each side, in points: the room for marks. */
  readonly slug: number;
}

/** How a file names its printing (ISO 32000-1, 14.11.5). */
export interface Condition {
  readonly identifier: string;
  readonly description: string;
  /** The registry that knows the identifier, if one does. */
  readonly registry: string | null;
}

const coated: Condition = {
  identifier: 'FOGRA39',
  description: 'Offset printing on coated paper, ISO 12647-2:2004/Amd 1, 115 g/m2, paper type 1 or 2',
  registry: 'http://www.color.org',
};

/**
 * What a profile stands for. Of one that a shop brings we know its own name alone, and claim no registered condition: it says all
 * there is to say, and PDF/X-4 carries it whole.
 */
export function conditionOf(profile: Profile): Condition {
  if (isFogra39(profile)) return coated;
  const name = profile.name === '' ? 'Custom' : profile.name;
  return { identifier: name, description: name, registry: null };
}
