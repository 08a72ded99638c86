/** Fonts with one flaw each, made of a good one, in a project's folder `fonts/`. */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { root } from './gza.ts';

const source = join(root, 'fonts/firago');

/** Writes `fonts/made/` with a licence and `fonts/bare/` without. */
export async function makeFonts(project: string): Promise<void> {
  const whole = await readFile(join(source, 'FiraGO-Regular.ttf'));
  const [made, bare] = [join(project, 'fonts/made'), join(project, 'fonts/bare')];
  await mkdir(made, { recursive: true });
  await mkdir(bare, { recursive: true });
  await copyFile(join(source, 'LICENSE'), join(made, 'OFL.txt'));
  await writeFile(join(bare, 'FiraGO-Regular.ttf'), whole);
  const files: Readonly<Record<string, Uint8Array>> = {
    'whole.ttf': whole,
    'cut-off.ttf': whole.subarray(0, 300),
    'postscript.otf': with32(whole, 0, 0x4f54544f),
    'damaged.ttf': with32(whole, tableAt(whole, 'cmap'), 0xffffffff),
    'restricted.ttf': withRights(whole, 0x0002),
    'old-bits.ttf': withRights(whole, 0x000a),
    'no-subsetting.ttf': withRights(whole, 0x0100),
    'bitmaps-only.ttf': withRights(whole, 0x0200),
    'latin-only.ttf': await cut(whole, [0x20, 0x24f], [0x2010, 0x2122]),
    'georgian-only.ttf': await cut(whole, [0x10d0, 0x10ff]),
  };
  await Promise.all(Object.entries(files).map(([name, bytes]) => writeFile(join(made, name), bytes)));
}

function cut(font: Buffer, ...ranges: readonly (readonly [number, number])[]): Promise<Buffer> {
  const points = ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i));
  return subsetFont(font, String.fromCodePoint(...points), { targetFormat: 'sfnt' });
}

/** OpenType, OS/2: fsType is the fifth field. */
function withRights(font: Buffer, fsType: number): Buffer {
  const copy = Buffer.from(font);
  copy.writeUInt16BE(fsType, tableAt(font, 'OS/2') + 8);
  return copy;
}

function with32(font: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(font);
  copy.writeUInt32BE(value, at);
  return copy;
}

function tableAt(font: Buffer, tag: string): number {
  const record = font.indexOf(tag, 12, 'latin1');
  if (record === -1) throw new Error(`no table "${tag}"`);
  return font.readUInt32BE(record + 8);
}
