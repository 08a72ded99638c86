/** Templates and themes by name, the project's own or else those that come with Etrati; and by path. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path, { join } from 'node:path';
import type { Code } from './codes.ts';
import type { Place, Report } from './diagnostics.ts';
import { once } from './once.ts';
import { nameHints } from './suggestion.ts';
import { packageRoot, slashes, type World } from './world.ts';

export type ResourceKind = 'template' | 'theme';

/** Where a file of the project names a template or a theme. */
export type NamedAt = Readonly<Partial<Record<ResourceKind, Place | undefined>>>;

interface Home {
  readonly folder: string;
  readonly file: string;
  /** Said of a name that nothing has. */
  readonly unknown: Code<'error'>;
}

const places: Readonly<Record<ResourceKind, Home>> = {
  template: { folder: 'templates', file: 'document.hbs', unknown: 'unknown-template' },
  theme: { folder: 'templates/themes', file: 'theme.json', unknown: 'unknown-theme' },
};

/**
 * The file of a template or theme: relative to the project's root if it is there, absolute if it is the package's.
 * An unknown name is an error at the place that names it, `unknown-template` or `unknown-theme`, and null. What has a `/`, or ends
 * as such files do, is the path of the file or of its folder; throws `Refused` if it is not there or not in the project.
 */
export async function locate(
  part: ResourceKind,
  name: string,
  {
    world,
    report,
    at = null,
  }: { readonly world: World; readonly report: Report; readonly at?: Place | null | undefined },
): Promise<string | null> {
  const { folder, file, unknown } = places[part];
  if (/[\\/]/.test(name) || name.endsWith(path.extname(file))) return locatePath(name, file, world, at);
  // Asked of the world: what is not there is a source all the same, since the project may come to have it. What is there and not to be
  // read, as a link that leads out, is the project's too: whoever reads it says why, and ours does not come in its place.
  const own = `${folder}/${name}/${file}`;
  const isThere = (await world.exists(own)) || isHome(part, world.root, name);
  if (isThere && (await listOf(part, world.root)).includes(name)) return own;
  if ((await shipped[part]()).includes(name)) return join(packageRoot, folder, name, file);
  const hints = nameHints(name, await namesOf(part, world), `${part}s`);
  report.error(unknown, at, `There is no ${part} "${name}".`, { hints });
  return null;
}

async function locatePath(named: string, file: string, world: World, at: Place | null): Promise<string> {
  const direct = named.endsWith(path.extname(file)) ? named : join(named, file);
  // Read for its refusal, which says why there is no such file.
  if (!(await world.exists(direct))) await world.read(direct, undefined, at);
  const own = slashes(path.relative(world.root, path.resolve(world.root, direct)));
  return own.startsWith('../') ? direct : own;
}

/** All names that may be given, sorted. */
async function namesOf(part: ResourceKind, world: World): Promise<readonly string[]> {
  return [...new Set([...(await namesIn(part, world.root)), ...(await shipped[part]())])].sort();
}

/** Those that come with Etrati, which are the same as long as it runs. */
const shipped = {
  template: once(() => namesIn('template', packageRoot)),
  theme: once(() => namesIn('theme', packageRoot)),
} satisfies Record<ResourceKind, unknown>;

async function namesIn(part: ResourceKind, root: string): Promise<readonly string[]> {
  return (await listOf(part, root)).filter((name) => isHome(part, root, name));
}

// Names are taken from the folder's own list, so that none can lead out of it.
function listOf(part: ResourceKind, root: string): Promise<readonly string[]> {
  return readdir(join(root, places[part].folder)).catch(() => []);
}

function isHome(part: ResourceKind, root: string, name: string): boolean {
  const { folder, file } = places[part];
  return existsSync(join(root, folder, name, file));
}
