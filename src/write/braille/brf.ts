/** BRF: a character of ASCII for each cell (the North American Braille ASCII code), lines and pages by control characters. */
import type { BraillePages } from './pages.ts';

/** By the number of the cell's dots in Unicode, from U+2800. */
const ascii = ' A1B\'K2L@CIF/MSP"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)=';

export function asBrf(pages: BraillePages): Uint8Array {
  const text = pages.map((lines) => `${lines.map((line) => asciiOf(line)).join('\r\n')}\r\n\f`).join('');
  return new TextEncoder().encode(text);
}

function asciiOf(line: string): string {
  return [...line]
    .map((cell) => (cell === ' ' ? ' ' : (ascii[cell.charCodeAt(0) - 0x2800] ?? ' ')))
    .join('')
    .trimEnd();
}
