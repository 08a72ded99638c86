/** Why a file is not where it was named, and which one was meant. Only folders of the project are looked into. */
import { lstatSync, opendirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { suggest } from './suggestion.ts';

export interface MissingFile {
  /** The part of the path that is a link to something that does not exist. */
  readonly link: string | null;
  /** A file that is there, whose path differs in one name. */
  readonly meant: string | null;
}

/** In folders of more entries nothing is suggested: what is listed first would be by chance. */
const mostEntries = 2000;

/** @param file the absolute path of a file that is not there @param root the folder that is looked into */
export function missingFile(file: string, root: string): MissingFile {
  const home = realOf(root);
  const parts = path.relative(root, file).split(path.sep);
  let folder = root;
  for (const [index, part] of parts.entries()) {
    // What leads out of the project is none of our business.
    if (home === null || part === '..' || path.isAbsolute(part) || !contains(home, realOf(folder))) break;
    const here = path.join(folder, part);
    if (!isThere(here)) return { link: null, meant: meantIn(folder, part, parts.slice(index + 1), home) };
    if (realOf(here) === null) return { link: here, meant: null };
    folder = here;
  }
  return { link: null, meant: null };
}

/** Whether a file lies in a folder, or is it. */
export function contains(folder: string, file: string | null): boolean {
  if (file === null) return false;
  const relative = path.relative(folder, file);
  return relative === '' || (relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative));
}

function meantIn(folder: string, part: string, rest: readonly string[], root: string): string | null {
  const names = namesIn(folder, rest.length === 0);
  const ending = path.extname(part).toLowerCase();
  const stem = stemOf(part);
  const alike = new Map(
    names.filter((name) => path.extname(name).toLowerCase() === ending).map((name) => [stemOf(name), name]),
  );
  const near = suggest(stem, alike.keys());
  // The same name with another ending, else: .jsn, .jpeg.
  const name = near === null ? names.find((each) => stemOf(each) === stem) : alike.get(near);
  if (name === undefined) return null;
  const meant = path.join(folder, name, ...rest);
  return contains(root, realOf(meant)) && statSync(meant).isFile() ? meant : null;
}

const stemOf = (name: string): string => path.basename(name, path.extname(name));

/** Sorted; none of a folder that holds too many. What is hidden is no one's input. */
function namesIn(folder: string, files: boolean): readonly string[] {
  const names: string[] = [];
  try {
    const listing = opendirSync(folder);
    try {
      for (let entry = listing.readSync(); entry !== null; entry = listing.readSync()) {
        if (names.length >= mostEntries) return [];
        if (!entry.name.startsWith('.') && entry.isDirectory() !== files) names.push(entry.name);
      }
    } finally {
      listing.closeSync();
    }
  } catch {
    return [];
  }
  return names.sort();
}

function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

function realOf(file: string): string | null {
  try {
    return realpathSync.native(file);
  } catch {
    return null;
  }
}
