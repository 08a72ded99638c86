import type { OutlineFormat } from '../../src/outline/formats.ts';
import type { Format } from '../../src/write/targets.ts';

/** What the files of a target are read as: the print edition is a PDF. */
/** Braille is not read back: tests/braille holds what it says. */
export function readAs(format: Format): OutlineFormat {
  if (format === 'brf' || format === 'pef') throw new Error(`${format} is not read back`);
  return format === 'print' ? 'pdf' : format;
}
