/** A data file as a diff needs it: its values with their places, and how its texts are written. */
import { Refused, Report } from '../diagnostics.ts';
import { isLocalized, isRich, isRichBlock } from '../input/kinds/fields.ts';
import { kindNamed, schemaOf } from '../input/kinds.ts';
import { schemaAt } from '../input/shape.ts';
import { type Json, readJson } from '../json/json.ts';
import { type Path, valueAt } from '../json/path.ts';
import { decode } from '../json/source.ts';
import { languageTags } from '../language/languages.ts';
import { openWorld } from '../world.ts';
import type { Data } from './texts.ts';

export interface DiffData extends Data {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Without a byte order mark. */
  readonly text: string;
  readonly json: Json;
}

/** `carried` stands in the place of the file. Throws Refused for a file that cannot be read, or is no JSON. */
export async function openData(root: string, file: string, carried: Uint8Array | null = null): Promise<DiffData> {
  const world = await openWorld(root);
  const bytes = carried ?? (await world.read(file));
  const report = new Report();
  const source = decode(bytes, file, report);
  const json = source === null ? null : readJson(source, report);
  if (source === null || json === null) throw new Refused(report.diagnostics);
  const declared = valueAt(json.value, ['languages']);
  const known = languageTags.filter((tag) => Array.isArray(declared) && declared.includes(tag));
  const languages = Array.isArray(declared)
    ? declared.filter((tag) => known.some((each) => each === tag)).map(String)
    : known;
  // What is wrong in the schema of a kind of one's own is told where the document is built.
  const kind = (await kindNamed(String(valueAt(json.value, ['kind'])), world, new Report())) ?? null;
  const schema = kind === null ? null : schemaOf(kind, known);
  return {
    file,
    bytes,
    text: source.text,
    json,
    value: json.value,
    languages,
    formOf(path: Path) {
      const inLanguage = languages.includes(String(path.at(-1)));
      const own = schema === null ? null : schemaAt(schema, inLanguage ? path.slice(0, -1) : path, json.value);
      if (own === null || !isLocalized(own)) return typeof valueAt(json.value, path) === 'string' ? 'plain' : null;
      return isRichBlock(own) ? 'block' : isRich(own) ? 'inline' : 'plain';
    },
  };
}
