/** Cutting a font down to characters: the other WebAssembly of the package harfbuzzjs, driven straight as that which shapes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { once } from '../../once.ts';
import { codeFile, tagOf } from '../../theme/harfbuzz.ts';

/** Pointers and sizes are bytes in the memory. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(size: number): number;
  free(pointer: number): void;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_set_clear(set: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_set(input: number, set: number): number;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_or_fail(face: number, input: number): number;
}

// Constants of hb-common.h and hb-subset.h.
const writableMemory = 2;
const layoutFeatures = 6;

/** What setting text needs; the others (small capitals, alternates, fractions…) would bring in glyphs that no rule uses. */
const features = [
  ...['ccmp', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'calt', 'clig', 'rlig', 'rclt', 'tnum'],
  // What browsers turn on by themselves for scripts whose letters join or change by their place: Arabic, Syriac, N’Ko…
  ...['init', 'medi', 'fina', 'isol', 'med2', 'fin2', 'fin3', 'mset', 'stch', 'curs'],
  // …and those of India and its neighbours.
  ...[
    'nukt',
    'akhn',
    'rphf',
    'rkrf',
    'pref',
    'blwf',
    'abvf',
    'half',
    'pstf',
    'vatu',
    'cfar',
    'cjct',
    'pres',
    'abvs',
    'blws',
  ],
  ...['psts', 'haln', 'dist', 'abvm', 'blwm'],
];

const engine = once((): Exports => {
  const code = new WebAssembly.Module(readFileSync(path.join(path.dirname(codeFile()), 'harfbuzz-subset.wasm')));
  const api = new WebAssembly.Instance(code, {}).exports as Exports;
  api._initialize();
  return api;
});

/** The part of a TrueType font that sets these characters, as such a font. */
export function cutTo(characters: string, font: Uint8Array): Uint8Array {
  const api = engine();
  const data = api.malloc(font.length);
  new Uint8Array(api.memory.buffer, data, font.length).set(font);
  const blob = api.hb_blob_create(data, font.length, writableMemory, 0, 0);
  const face = api.hb_face_create(blob, 0);
  const input = api.hb_subset_input_create_or_fail();
  const kept = api.hb_subset_input_set(input, layoutFeatures);
  api.hb_set_clear(kept);
  for (const feature of features) api.hb_set_add(kept, tagOf(feature));
  const points = api.hb_subset_input_unicode_set(input);
  for (const character of characters) api.hb_set_add(points, character.codePointAt(0) ?? 0);
  const subset = api.hb_subset_or_fail(face, input);
  const result = api.hb_face_reference_blob(subset);
  // The memory may have grown, and be another now.
  const bytes = new Uint8Array(
    api.memory.buffer,
    api.hb_blob_get_data(result, 0),
    api.hb_blob_get_length(result),
  ).slice();
  api.hb_blob_destroy(result);
  api.hb_face_destroy(subset);
  api.hb_subset_input_destroy(input);
  api.hb_face_destroy(face);
  api.hb_blob_destroy(blob);
  api.free(data);
  if (bytes.length === 0) throw new Error('a font that cannot be cut');
  return bytes;
}
