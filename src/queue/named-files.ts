/**
 * The files that an order names: pictures, rows of tables, themes by their paths. A worker that has others of the same names would
 * make something else. Which of its texts are names only the kind of the document knows; so each that could be one is looked for.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { SourceHashes } from '../many/hashes.ts';
import type { OrderSettings } from '../many/made.ts';
import type { RecordOrder } from '../many/record.ts';
import { stampOf } from '../shelf.ts';
import { slashes } from '../world.ts';
import { designFiles } from './designs.ts';

/** Names relative to the root, each with the beginning of its SHA-256; `-` for a file that is not there. */
export type NamedHashes = Readonly<Record<string, string>>;

/** Enough to tell one file from another, and little to keep for each of many jobs. */
const hashLength = 16;
/** A text that ends like the name of a file, and is no longer than one. */
const name = /^[^\n\r]{1,400}\.[a-z0-9]{1,8}$/i;
/** A file of such a name is missed where it is not there; any other text is then a text, such as an address. */
const surely = /\.(?:png|jpe?g|webp|avif|tiff?|gif|svg|hei[cf]|csv|xlsx|xlsm|json|icc)$/i;

interface KnownTexts {
  readonly stamp: string;
  readonly texts: readonly string[];
}

export class NamedFiles {
  readonly #root: string;
  readonly #hashes: SourceHashes;
  /** By the data file: a list changes one file in many ways. */
  readonly #known = new Map<string, KnownTexts>();

  /** @param root the project's folder */
  constructor(root: string) {
    this.#root = root;
    this.#hashes = new SourceHashes(root);
  }

  /** As they are now. */
  async of(order: RecordOrder, settings: OrderSettings): Promise<NamedHashes> {
    const { file, at, changes, theme = settings.theme, template = settings.template } = order;
    const ofData = changes?.type === 'whole' ? [] : await this.#textsOf(file);
    const all = new Set([
      ...within(path.posix.dirname(file), ofData),
      ...within(path.posix.dirname(at.file), textsOfChanges(changes)),
      ...within('.', [...textsIn([settings.logos, settings.print])].filter(isName)),
    ]);
    for (const design of [theme, template])
      for (const each of design?.includes('/') ? await this.#beside(design) : []) all.add(each);
    return this.#hashesOf([...all].toSorted());
  }

  /** Of those that are files, or surely should be. */
  async #hashesOf(names: readonly string[]): Promise<NamedHashes> {
    const found: Record<string, string> = {};
    for (const [each, stamp] of this.#hashes.stampsOf(names))
      if (stamp !== '-' || surely.test(each))
        found[each] = (await this.#hashes.hashOf(each, stamp)).slice(0, hashLength);
    return found;
  }

  async #textsOf(file: string): Promise<readonly string[]> {
    const absolute = path.join(this.#root, file);
    const stamp = stampOf(absolute);
    const known = this.#known.get(file);
    if (known?.stamp === stamp) return known.texts;
    const texts = textsOfJson(await readFile(absolute, 'utf8').catch(() => ''));
    if (this.#known.size < 1000) this.#known.set(file, { stamp, texts });
    return texts;
  }

  /** What a theme or template is made of lies beside it. */
  async #beside(design: string): Promise<readonly string[]> {
    const folder = path.posix.dirname(path.posix.normalize(slashes(design)));
    if (folder === '.' || isOutside(folder)) return within('.', [design]);
    return designFiles(this.#root, folder);
  }
}

/** The first file that differs, in the order of names; null where all are alike. */
export function differing(one: NamedHashes, other: NamedHashes): string | null {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].toSorted();
  return names.find((each) => one[each] !== other[each]) ?? null;
}

/** Whether a name leads out of the project, where no document reads. */
function isOutside(file: string): boolean {
  return /^(?:\.\.(?:\/|$)|\/|[a-z]:)|[\\\0]/i.test(file);
}

function within(folder: string, texts: readonly string[]): readonly string[] {
  return texts.map((text) => path.posix.normalize(path.posix.join(folder, text))).filter((file) => !isOutside(file));
}

function textsOfChanges(changes: RecordOrder['changes']): readonly string[] {
  if (changes === undefined) return [];
  if (changes.type === 'cells') return changes.cells.map(({ text }) => text.trim()).filter(isName);
  return textsOfJson(changes.record.text);
}

/** None of what is no JSON: whoever makes it says what is wrong. */
function textsOfJson(json: string): readonly string[] {
  try {
    return [...new Set([...textsIn(JSON.parse(json.replace(/^\uFEFF/, '')))].filter(isName))];
  } catch {
    return [];
  }
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) yield* textsIn(inner);
}

function isName(text: string): boolean {
  return name.test(text);
}
