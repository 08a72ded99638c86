/** Functions of a PDF (ISO 32000-1, 7.10): tints of spot colours and the course of gradients. */
import { PDFArray, type PDFDict, type PDFObject, PDFStream } from '@cantoo/pdf-lib';
import { dictionaryOf, lookup, numberAt, numbersOf } from '../objects.ts';
import { readProgram, run } from './calculator.ts';
import { bytesOf } from './streams.ts';

/** Null where the function is damaged. */
export type Evaluate = (inputs: readonly number[]) => readonly number[] | null;

/** Functions in stitched functions, and functions in all, at most: a few bytes can name one another without end. */
const deepest = 6;
const most = 1000;

interface Budget {
  left: number;
}

export function readFunction(object: PDFObject | undefined): Evaluate {
  return read(object, { left: most }, 0);
}

function read(object: PDFObject | undefined, budget: Budget, depth: number): Evaluate {
  budget.left -= 1;
  if (budget.left < 0 || depth > deepest) return () => null;
  if (object instanceof PDFArray) {
    const parts = object
      .asArray()
      .slice(0, 32)
      .map((_, index) => read(object.lookup(index), budget, depth + 1));
    return (inputs) => joined(parts.map((part) => part(inputs)));
  }
  const dictionary = dictionaryOf(object);
  if (dictionary === null) return () => null;
  switch (numberAt(dictionary, 'FunctionType')) {
    case 0:
      return object instanceof PDFStream ? sampled(object, dictionary) : () => null;
    case 2:
      return exponential(dictionary);
    case 3:
      return stitched(dictionary, budget, depth);
    case 4:
      return object instanceof PDFStream ? calculated(object, dictionary) : () => null;
    default:
      return () => null;
  }
}

function joined(parts: readonly (readonly number[] | null)[]): readonly number[] | null {
  return parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? []);
}

function numbersAt(dictionary: PDFDict, key: string): readonly number[] | null {
  const value = lookup(dictionary, key);
  return value instanceof PDFArray ? numbersOf(value) : null;
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
const between = (share: number, from: number, to: number): number => from + share * (to - from);

function calculated(stream: PDFStream, dictionary: PDFDict): Evaluate {
  const bytes = bytesOf(stream);
  const program = bytes === null ? null : readProgram(Buffer.from(bytes).toString('latin1'));
  const [domain, range] = [numbersAt(dictionary, 'Domain') ?? [], numbersAt(dictionary, 'Range') ?? []];
  if (program === null) return () => null;
  return (inputs) => {
    const bounded = inputs.map((x, axis) => clamp(x, domain[2 * axis] ?? 0, domain[2 * axis + 1] ?? 1));
    const outputs = run(program, bounded)?.slice(-range.length / 2);
    return outputs?.map((y, axis) => clamp(y, range[2 * axis] ?? 0, range[2 * axis + 1] ?? 1)) ?? null;
  };
}

function exponential(dictionary: PDFDict): Evaluate {
  const [start, end] = [numbersAt(dictionary, 'C0') ?? [0], numbersAt(dictionary, 'C1') ?? [1]];
  const [low = 0, high = 1] = numbersAt(dictionary, 'Domain') ?? [];
  const power = numberAt(dictionary, 'N') ?? 1;
  return ([x = 0]) => {
    const share = clamp(x, low, high) ** power;
    return start.map((from, index) => between(share, from, end[index] ?? from));
  };
}

function stitched(dictionary: PDFDict, budget: Budget, depth: number): Evaluate {
  const list = lookup(dictionary, 'Functions');
  const count = list instanceof PDFArray ? Math.min(list.size(), 256) : 0;
  const parts = Array.from({ length: count }, (_, index) =>
    read(list instanceof PDFArray ? list.lookup(index) : undefined, budget, depth + 1),
  );
  const [low = 0, high = 1] = numbersAt(dictionary, 'Domain') ?? [];
  const bounds = numbersAt(dictionary, 'Bounds') ?? [];
  const encode = numbersAt(dictionary, 'Encode') ?? [];
  return ([input = 0]) => {
    const x = clamp(input, low, high);
    const found = bounds.findIndex((bound) => x < bound);
    const index = found === -1 ? parts.length - 1 : found;
    const [from, to] = [index === 0 ? low : (bounds[index - 1] ?? low), bounds[index] ?? high];
    const share = to === from ? 0 : (x - from) / (to - from);
    return parts[index]?.([between(share, encode[2 * index] ?? 0, encode[2 * index + 1] ?? 1)]) ?? null;
  };
}

/** The nearest sample: a preview and a limit need no smoother course. */
function sampled(stream: PDFStream, dictionary: PDFDict): Evaluate {
  const [domain, range] = [numbersAt(dictionary, 'Domain') ?? [], numbersAt(dictionary, 'Range') ?? []];
  const sizes = numbersAt(dictionary, 'Size') ?? [];
  const bits = numberAt(dictionary, 'BitsPerSample');
  const bytes = bits === 8 || bits === 16 ? bytesOf(stream) : null;
  if (bytes === null) return () => null;
  const outputs = range.length / 2;
  const decode = numbersAt(dictionary, 'Decode') ?? range;
  const step = bits === 16 ? 2 : 1;
  return (inputs) => {
    let [index, stride] = [0, 1];
    for (const [axis, size] of sizes.entries()) {
      const [low, high] = [domain[2 * axis] ?? 0, domain[2 * axis + 1] ?? 1];
      const share = high === low ? 0 : (clamp(inputs[axis] ?? 0, low, high) - low) / (high - low);
      index += Math.round(share * (size - 1)) * stride;
      stride *= size;
    }
    return Array.from({ length: outputs }, (_, output) => {
      const at = (index * outputs + output) * step;
      const sample = step === 2 ? ((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)) / 65535 : (bytes[at] ?? 0) / 255;
      return between(sample, decode[2 * output] ?? 0, decode[2 * output + 1] ?? 1);
    });
  };
}
