/** What stands on what in a PDF of ours, read off its content streams. */
import { inflateSync } from 'node:zlib';

export const byte = (value: number): string => value.toString(16).padStart(2, '0');

interface Fill {
  readonly color: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Each text's colour on the last area that was filled under its start, as our content streams write them. */
export function textsOfPdf(bytes: Uint8Array, nameOf: (hex: string) => string): string[] {
  return contentStreams(Buffer.from(bytes)).flatMap((content) => textsOfPage(content, nameOf));
}

function contentStreams(file: Buffer): string[] {
  const streams: string[] = [];
  for (let at = file.indexOf('stream\n'); at !== -1; at = file.indexOf('stream\n', at + 1)) {
    if (file.subarray(at - 3, at).toString('latin1') === 'end') continue;
    try {
      const text = inflateSync(file.subarray(at + 7)).toString('latin1');
      if (/\bBT\b/.test(text)) streams.push(text);
    } catch {
      // Not deflated: metadata.
    }
  }
  return streams;
}

function textsOfPage(content: string, nameOf: (hex: string) => string): string[] {
  const fills: Fill[] = [];
  const texts: string[] = [];
  let color = '';
  let hidden = false;
  let path: number[] = [];
  // A picture is painted in units of its own, and no text stands on it.
  const scaled = [false];
  for (const [, operands = '', operator = ''] of content.matchAll(
    /((?:-?[\d.]+ )*(?:\/\S+ [\d. -]+)?)([a-zA-Z*]+)(?=\s|$)/g,
  )) {
    const numbers = operands.trim().split(/\s+/).map(Number);
    if (operator === 'rg')
      color = nameOf(`#${numbers.map((part) => byte(Math.round(part * 255))).join('')}`.toUpperCase());
    else if (operator === 'q') scaled.push(scaled.at(-1) ?? false);
    else if (operator === 'Q') scaled.pop();
    else if (operator === 'cm' && scaled.length > 1) scaled[scaled.length - 1] ||= numbers[0] !== 1;
    else if (operator === 'Tr') hidden = numbers[0] === 3;
    else if (['m', 'l', 'c'].includes(operator)) path.push(...numbers);
    else if (['f', 'B', 'S', 'n'].includes(operator)) {
      if ((operator === 'f' || operator === 'B') && !scaled.at(-1)) fills.push(areaOf(path, color));
      path = [];
    } else if (operator === 'Tm' && !hidden) {
      const [x = 0, y = 0] = numbers.slice(4);
      const under = fills.findLast((area) => x >= area.left && x <= area.right && y >= area.top && y <= area.bottom);
      texts.push(`${color} on ${under?.color ?? 'paper'}`);
    }
  }
  return texts;
}

function areaOf(path: readonly number[], color: string): Fill {
  const [xs, ys] = [path.filter((_, i) => i % 2 === 0), path.filter((_, i) => i % 2 === 1)];
  return { color, left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
