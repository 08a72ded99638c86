/** The objects of a damaged PDF, found one by one and put into a file that can be read (ISO 32000-1, 7.5). */

/** Whether the end of a file names a place where a table or a stream of its objects begins, and the table is right. */
export function isXrefSound(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const last = file.lastIndexOf('startxref');
  const given = last === -1 ? null : /^startxref\s+(\d+)/.exec(file.toString('latin1', last, last + 40));
  if (given === null) return false;
  // Offsets count from the header; bytes before it are tolerated.
  const start = Math.max(0, file.indexOf('%PDF-'));
  return [0, start].some((shift) => isTable(file, Number(given[1]) + shift, shift));
}

function isTable(file: Buffer, at: number, shift: number): boolean {
  const head = file.toString('latin1', at, at + 40);
  if (/^\s*\d+\s+\d+\s+obj/.test(head)) return true;
  if (!/^\s*xref/.test(head)) return false;
  const end = file.indexOf('trailer', at);
  if (end === -1) return false;
  let number = 0;
  // Entries that lead nowhere make readers look for the objects themselves.
  for (const [, first, second, kind] of file
    .toString('latin1', at, end)
    .matchAll(/(?<!\d)(\d{1,12})[ \t]{1,8}(\d{1,12})[ \t]{0,8}([nf]?)/g)) {
    if (kind === '') {
      number = Number(first);
      continue;
    }
    const place = Number(first) + shift;
    if (kind === 'n' && !isObject(file, place, number, Number(second))) return false;
    number += 1;
  }
  return true;
}

function isObject(file: Buffer, at: number, number: number, generation: number): boolean {
  const found = /^\s*(\d+)\s+(\d+)\s+obj/.exec(file.toString('latin1', at, at + 40));
  return found !== null && Number(found[1]) === number && Number(found[2]) === generation;
}

/** How many objects are gathered; a file has one in a few bytes at most. */
const mostObjects = 500_000;

/** Objects by their headings, with their streams' true lengths, and what trailers tell of them. */
export function rebuilt(bytes: Uint8Array): Buffer {
  const text = textOf(bytes);
  const objects = bodiesOf(text).map(({ number, generation, body }) => {
    return `${number} ${generation} obj\n${objectIn(body)}\nendobj\n`;
  });
  const trailer = `trailer\n<< ${trailerOf(text)} >>\nstartxref\n0\n%%EOF\n`;
  return Buffer.from(`%PDF-1.7\n${objects.join('')}${trailer}`, 'latin1');
}

/** Numbers of streams without an end: what came after is lost. */
export function cutStreams(bytes: Uint8Array): readonly number[] {
  return bodiesOf(textOf(bytes)).flatMap(({ number, body }) => (isCut(body) ? [number] : []));
}

const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/** What stands between the heading of each object and that of the next. */
function bodiesOf(text: string) {
  const heads = [...text.matchAll(/(?<![\d.])(\d{1,10})[ \t\r\n]+(\d{1,5})[ \t\r\n]+obj\b/g)].slice(0, mostObjects);
  return heads.map(({ 0: head, index: at, 1: number, 2: generation }, index) => ({
    number: Number(number),
    generation: Number(generation),
    body: text.slice(at + head.length, heads[index + 1]?.index ?? text.length),
  }));
}

/** A stream that has neither its own end nor that of its object. */
const isCut = (body: string): boolean => /stream\r?\n/.test(body) && !/endstream|endobj/.test(body);

/** An object without what stands behind its end: another table, a trailer. */
function objectIn(body: string): string {
  const stream = /stream\r?\n/.exec(body);
  const close = body.lastIndexOf('endstream');
  if (stream !== null && close > stream.index) return body.slice(0, close + 'endstream'.length);
  if (isCut(body)) return `${body}\nendstream`;
  const end = body.search(/endobj|\bxref\b|\btrailer\b/);
  return end === -1 ? body : body.slice(0, end);
}

/** The last value of each key that readers need, in any trailer or stream of a table. */
function trailerOf(text: string): string {
  return ['Root', 'Info', 'Encrypt']
    .flatMap((key) => {
      const found = [...text.matchAll(new RegExp(`/${key}\\s+(\\d+\\s+\\d+\\s+R)`, 'g'))].at(-1);
      return found === undefined ? [] : [`/${key} ${found[1]}`];
    })
    .join(' ');
}
