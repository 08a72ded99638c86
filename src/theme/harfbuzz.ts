/**
 * HarfBuzz, which shapes words: the WebAssembly of the package harfbuzzjs, driven straight. One buffer serves all words,
 * for a new one a word costs as much as the shaping.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { startupSnapshot } from 'node:v8';
import type { Direction } from '../language/bidi.ts';

/** A glyph as HarfBuzz places it. Lengths in the font's units. */
export interface ShapedGlyph {
  readonly id: number;
  /** Of the first character that it draws, in UTF-16 units. */
  readonly cluster: number;
  /** Whether the text may be parted before it, and both parts be shaped as they are here. */
  readonly parts: boolean;
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

export interface HarfBuzzFont {
  /** Shapes a text that runs one way, to glyphs from left to right; `features` are OpenType tags to turn on. */
  shape(text: string, features: readonly string[], direction: Direction): readonly ShapedGlyph[];
  /** A glyph's own advance. */
  advanceOf(id: number): number;
}

/** Pointers and sizes are bytes in the memory. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  __wasm_call_ctors(): void;
  malloc(size: number): number;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_font_create(face: number): number;
  hb_font_destroy(font: number): void;
  hb_font_get_glyph_h_advance(font: number, glyph: number): number;
  hb_buffer_create(): number;
  hb_buffer_clear_contents(buffer: number): void;
  hb_buffer_add_utf16(buffer: number, text: number, length: number, offset: number, itemLength: number): void;
  hb_buffer_set_direction(buffer: number, direction: number): void;
  hb_buffer_guess_segment_properties(buffer: number): void;
  hb_buffer_get_length(buffer: number): number;
  hb_buffer_get_glyph_infos(buffer: number, length: number): number;
  hb_buffer_get_glyph_positions(buffer: number, length: number): number;
  hb_shape(font: number, buffer: number, features: number, count: number): void;
  free(pointer: number): void;
}

// Constants of hb-common.h and hb-buffer.h.
const writableMemory = 2;
const directions = { ltr: 4, rtl: 5 } as const;
const unsafeToBreak = 1;
/** Words of 32 bits in hb_glyph_info_t, hb_glyph_position_t and hb_feature_t. */
const [infoSize, positionSize, featureSize] = [5, 5, 4];
const toTheEnd = 0xff_ff_ff_ff;
/** UTF-16 units and features that the memory for them holds. */
export const longestText = 1024;
const mostFeatures = 16;
const page = 65_536;

let found: string | null = null;

/** The package's code. Looking for it takes longer than reading it, so a start-up snapshot brings the place (`warm.ts`). */
export function codeFile(): string {
  if (found === null || !existsSync(found))
    found = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz.wasm');
  return found;
}

class Engine {
  readonly api: Exports;
  readonly #buffer: number;
  readonly #text: number;
  readonly #features: number;

  constructor() {
    const code = new WebAssembly.Module(readFileSync(codeFile()));
    const { exports } = new WebAssembly.Instance(code, {
      env: {
        _abort_js: stop,
        _emscripten_runtime_keepalive_clear: () => {},
        _setitimer_js: () => 0,
        emscripten_resize_heap: (size: number) => this.#grow(size),
      },
      wasi_snapshot_preview1: { proc_exit: stop },
    });
    this.api = exports as Exports;
    this.api.__wasm_call_ctors();
    this.#buffer = this.api.hb_buffer_create();
    this.#text = this.api.malloc(2 * longestText);
    this.#features = this.api.malloc(4 * featureSize * mostFeatures);
  }

  /** Whether there is as much memory now. */
  #grow(size: number): number {
    const { memory } = this.api;
    try {
      memory.grow(Math.ceil((size - memory.buffer.byteLength) / page));
      return 1;
    } catch {
      return 0;
    }
  }

  shape(font: number, text: string, features: readonly string[], direction: Direction): readonly ShapedGlyph[] {
    if (text.length > longestText || features.length > mostFeatures) throw new Error('a text that is not a word');
    const { api } = this;
    const buffer = this.#buffer;
    const units = new Uint16Array(api.memory.buffer, this.#text, text.length);
    for (let index = 0; index < text.length; index += 1) units[index] = text.charCodeAt(index);
    const given = new Uint32Array(api.memory.buffer, this.#features, featureSize * features.length);
    features.forEach((tag, index) => {
      given.set([tagOf(tag), 1, 0, toTheEnd], featureSize * index);
    });
    api.hb_buffer_clear_contents(buffer);
    api.hb_buffer_add_utf16(buffer, this.#text, text.length, 0, text.length);
    api.hb_buffer_set_direction(buffer, directions[direction]);
    api.hb_buffer_guess_segment_properties(buffer);
    api.hb_shape(font, buffer, this.#features, features.length);
    return this.#glyphs();
  }

  #glyphs(): readonly ShapedGlyph[] {
    const { api } = this;
    const length = api.hb_buffer_get_length(this.#buffer);
    const infos = api.hb_buffer_get_glyph_infos(this.#buffer, 0);
    const positions = api.hb_buffer_get_glyph_positions(this.#buffer, 0);
    const info = new Uint32Array(api.memory.buffer, infos, infoSize * length);
    const position = new Int32Array(api.memory.buffer, positions, positionSize * length);
    return Array.from({ length }, (_, index) => {
      const [at, place] = [infoSize * index, positionSize * index];
      return {
        id: info[at] ?? 0,
        parts: ((info[at + 1] ?? 0) & unsafeToBreak) === 0,
        cluster: info[at + 2] ?? 0,
        xAdvance: position[place] ?? 0,
        xOffset: position[place + 2] ?? 0,
        yOffset: position[place + 3] ?? 0,
      };
    });
  }

  /** A font of these bytes, until nobody holds it any more. */
  open(bytes: Uint8Array): HarfBuzzFont {
    const { api } = this;
    const data = api.malloc(bytes.length);
    new Uint8Array(api.memory.buffer, data, bytes.length).set(bytes);
    const blob = api.hb_blob_create(data, bytes.length, writableMemory, 0, 0);
    const face = api.hb_face_create(blob, 0);
    const font = api.hb_font_create(face);
    const opened: HarfBuzzFont = {
      shape: (text, features, direction) => this.shape(font, text, features, direction),
      advanceOf: (id) => api.hb_font_get_glyph_h_advance(font, id),
    };
    this.#forgotten.register(opened, { data, blob, face, font });
    return opened;
  }

  readonly #forgotten = new FinalizationRegistry<Readonly<Record<'data' | 'blob' | 'face' | 'font', number>>>(
    ({ data, blob, face, font }) => {
      this.api.hb_font_destroy(font);
      this.api.hb_face_destroy(face);
      this.api.hb_blob_destroy(blob);
      this.api.free(data);
    },
  );
}

function stop(): never {
  throw new Error('HarfBuzz stopped');
}

/** OpenType's four letters as one number. */
export function tagOf(tag: string): number {
  return [...tag].reduce((sum, letter) => (sum << 8) | letter.charCodeAt(0), 0) >>> 0;
}

let engine: Engine | undefined;

/** Whether HarfBuzz can run: `--jitless` has no WebAssembly, and V8's start-up snapshots cannot hold any. */
export function runsHarfBuzz(): boolean {
  return engine !== undefined || (typeof WebAssembly !== 'undefined' && !startupSnapshot.isBuildingSnapshot());
}

/** The font of a file's bytes (TrueType or OpenType), ready to shape. */
export function openFont(bytes: Uint8Array): HarfBuzzFont {
  engine ??= new Engine();
  return engine.open(bytes);
}
