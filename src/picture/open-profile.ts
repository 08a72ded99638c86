/** Profiles of presses from files: of the project, of a theme, or our own. */
import { readFileSync } from 'node:fs';
import path, { join } from 'node:path';
import { type Place, Refused } from '../diagnostics.ts';
import { packageRoot, type World } from '../world.ts';
import { findingOf, type Profile, readProfile } from './profile.ts';
import { loadSharp } from './sharp.ts';

/** 16 MiB: profiles of presses have 0.2 to 3 MB. */
const byteLimit = 16 * 2 ** 20;

const ownFile = join(packageRoot, 'icc/fogra39.icc');
let own: Profile | null = null;

/** Offset on coated paper, for whoever names no profile; `icc/README.md` tells where it is from. */
export function fogra39(): Profile {
  own ??= { name: 'Coated FOGRA39L (Etrati)', file: ownFile, bytes: readFileSync(ownFile) };
  return own;
}

/** Whether a profile is the one that comes with Etrati. */
export function isFogra39({ file }: Profile): boolean {
  return file === ownFile;
}

/**
 * A profile of the project, named relative to its root; or, where a theme may name ours too, of this package. Throws `Refused`
 * at the place that names it: those of `World.read`, `profile-damaged`, `profile-kind`.
 */
export async function openProfile(
  named: string,
  world: World,
  { at = null, ours = false }: { at?: Place | null; ours?: boolean } = {},
): Promise<Profile> {
  const packaged = join(packageRoot, named);
  const elsewhere = ours && !(await world.exists(named)) && (await world.exists(packaged));
  const file = elsewhere ? packaged : path.resolve(world.root, named);
  const bytes = await world.read(elsewhere ? packaged : named, byteLimit, at);
  const name = readProfile(bytes, { name: named, at });
  if (file !== ownFile) await tryOut(file, { name: named, at });
  return { name, file, bytes };
}

/** A pixel through the profile: what its tables hold is known to the colour library alone, which else only warns. */
async function tryOut(file: string, named: { name: string; at: Place | null }): Promise<void> {
  const sharp = await loadSharp();
  const pixel = sharp(Uint8Array.of(200, 100, 50), { raw: { width: 1, height: 1, channels: 3 } });
  const { info } = await pixel.withIccProfile(file, { attach: false }).raw().toBuffer({ resolveWithObject: true });
  if (Number(info.channels) === 4) return;
  throw new Refused([findingOf('profile-damaged', 'no colour can be converted with it', '10.10', named)]);
}
