import type { OutlineFormat } from '../../src/outline/formats.ts';
import type { Format } from '../../src/write/targets.ts';

/** What the files of a target are read as: the print edition is a PDF. */
export function readAs(format: Format): OutlineFormat {
  return format === 'print' ? 'pdf' : format;
}
