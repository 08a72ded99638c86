/** Where the findings of a record are: in the manifest, and in the base that it changes. */
import { type Diagnostic, type Place, Report } from '../diagnostics.ts';
import { type Json, readJson } from '../json/json.ts';
import { pathOf, valueAt } from '../json/path.ts';
import { decode } from '../json/source.ts';
import { openWorld } from '../world.ts';
import type { RecordOrder } from './record.ts';

export class Placing {
  readonly #root: string;
  /** The base that was asked for last: most manifests have one. */
  #base: { readonly file: string; readonly bytes: Uint8Array; readonly json: Json | null } | null = null;

  constructor(root: string) {
    this.#root = root;
  }

  /** Each with its place in the manifest and, where there is one, in the base: one of them as its own, the other as related. */
  async place(found: readonly Diagnostic[], order: RecordOrder): Promise<readonly Diagnostic[]> {
    const { at: record, file, changes } = order;
    const placed: Diagnostic[] = [];
    for (const each of found) {
      const at = each.at ?? placeNaming(each, order);
      const isChanged = at.file === record.file;
      const base = isChanged && changes !== undefined && changes.type !== 'whole' ? await this.#inBase(file, at) : null;
      const related = isChanged ? base && { at: base, message: 'The base has it here.' } : fromRecord(record);
      placed.push({ ...each, at, related: related === null ? each.related : [...each.related, related] });
    }
    return placed;
  }

  async #inBase(file: string, { path }: Place): Promise<Place | null> {
    const steps = path === undefined ? null : pathOf(path);
    const base = path === undefined || steps === null ? null : await this.#read(file);
    return base === null || path === undefined || valueAt(base.value, steps ?? []) === undefined
      ? null
      : base.placeOf(path);
  }

  async #read(file: string): Promise<Json | null> {
    const report = new Report();
    const world = await openWorld(this.#root);
    const bytes = await world.read(file).catch(() => null);
    if (bytes === null) return null;
    if (this.#base?.file === file && Buffer.compare(this.#base.bytes, bytes) === 0) return this.#base.json;
    const source = decode(bytes, file, report);
    const json = source && readJson(source, report);
    this.#base = { file, bytes, json };
    return json;
  }
}

/** What a finding without a place is about, by the name in its message: the field of the record that names it, else the record. */
function placeNaming({ message }: Diagnostic, { at, naming = {}, ...order }: RecordOrder): Place {
  const named = (['file', 'theme', 'template'] as const).find(
    // Of a template or theme its folder is named too.
    (field) => order[field] !== undefined && ['"', '/'].some((end) => message.includes(`"${order[field]}${end}`)),
  );
  return (named && naming[named]) ?? at;
}

function fromRecord(at: Place): Diagnostic['related'][number] {
  return { at, message: 'The record of the manifest is here.' };
}
