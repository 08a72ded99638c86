/** The parts of an XLSX file (ECMA-376, part 2), unpacked within bounds, and read as events with local names. */
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** Bytes, unpacked: a sheet of half a million cells has twenty million. */
const limits = { part: 48 * 2 ** 20, all: 96 * 2 ** 20, parts: 2000 };

/** Why a workbook cannot be read; told at the name of the file. */
export class Unreadable extends Error {
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.name = 'Unreadable';
    this.hint = hint;
  }
}

export const damaged = (): Unreadable =>
  new Unreadable(
    'The file is not a workbook that can be read.',
    'Open it in Excel or LibreOffice, and save it again as "Excel Workbook (.xlsx)".',
  );

export type WorkbookParts = Readonly<Record<string, Uint8Array>>;

/** Capital letters and small ones name the same part (ECMA-376, part 2, 6.2.2.3); some programs write `\` in the place of `/`. */
export function partNamed(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();
}

/**
 * By their names as `partNamed` has them. Throws `Unreadable` for what is no ZIP archive, and for one that unpacks to more than there
 * is room for. Parts that are `left` for later are there, without their bytes.
 */
export function openParts(bytes: Uint8Array, left: (name: string) => boolean = () => false): WorkbookParts {
  // The form of old workbooks, and of those that have a password.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new Unreadable(
      'The file has a password, or is a workbook of Excel 97–2003.',
      'In Excel remove the password (File, Info, Protect Workbook), and save it as "Excel Workbook (.xlsx)".',
    );
  let [count, whole] = [0, 0];
  const empty: Record<string, Uint8Array> = {};
  try {
    const parts = unzipSync(bytes, {
      // What a part claims to unpack to is all that it is given room for.
      filter({ name, originalSize }) {
        if (!/\.(?:xml|rels)$/i.test(name)) return false;
        if (left(partNamed(name))) {
          empty[name] = new Uint8Array();
          return false;
        }
        count += 1;
        whole += originalSize;
        if (originalSize > limits.part || whole > limits.all || count > limits.parts)
          throw new Unreadable(
            `The file unpacks to more than ${limits.part / 2 ** 20} MB.`,
            'Copy the rows that are needed into a workbook of their own.',
          );
        return true;
      },
    });
    return Object.fromEntries(Object.entries({ ...parts, ...empty }).map(([name, part]) => [partNamed(name), part]));
  } catch (error) {
    throw error instanceof Unreadable ? error : damaged();
  }
}

export type PartAttributes = (name: string) => string | undefined;

export interface PartListener {
  open?(name: string, attributes: PartAttributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

const deepest = 64;

/** Throws `Unreadable` for what is not well-formed, has a document type, or nests deeper than any workbook. */
export function readPart(bytes: Uint8Array, listener: PartListener): void {
  const parser = partParser(listener);
  const source = strFromU8(bytes).replace(/^\uFEFF/, '');
  // In pieces: the parser joins what it is given.
  for (let at = 0; at < source.length; at += 65536) parser.write(source.slice(at, at + 65536));
  parser.close();
}

/** What reads a part text by text; throws as `readPart` does. */
export function partParser(listener: PartListener): Pick<SaxesParser, 'write' | 'close'> {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let depth = 0;
  const refuse = (): never => {
    throw damaged();
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', ({ local, attributes }) => {
    depth += 1;
    if (depth > deepest) refuse();
    listener.open?.(
      local,
      (name) => (attributes[name] ?? Object.values(attributes).find((each) => each.local === name))?.value,
    );
  });
  parser.on('closetag', ({ local }) => {
    depth -= 1;
    listener.close?.(local);
  });
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  return parser;
}

/** Characters that XML cannot hold are written by their codes (ECMA-376, 22.9.2.19). */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
