/** What a press needs to know: the paper's edge that is cut off, and the inks on their paper. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../world.ts';
import { mm } from './type.ts';

/** Print shops ask for 3 mm on each side. */
export const bleed = 3 * mm;

/** Offset on coated paper, as most shops of Europe print (ISO 12647-2). `icc/README.md` tells where the profile is from. */
export const condition = {
  identifier: 'FOGRA39',
  description: 'Offset printing on coated paper, ISO 12647-2:2004/Amd 1, 115 g/m2, paper type 1 or 2',
  /** The registry that knows the identifier (ISO 32000-1, 14.11.5). */
  registry: 'http://www.color.org',
  file: join(packageRoot, 'icc/fogra39.icc'),
  profile: (): Uint8Array => readFileSync(condition.file),
} as const;
