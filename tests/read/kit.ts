/** Documents from templates in strings. A picture is there for each file that ends in `.svg`. */
import type { Report } from '../../src/diagnostics.ts';
import { lang, words } from '../../src/model/build.ts';
import type { Document, Lang, Words } from '../../src/model/document.ts';
import { dump } from '../../src/model/dump.ts';
import type { Picture } from '../../src/model/picture.ts';
import { readDocument } from '../../src/read/read.ts';
import { fill, line, type Setup } from '../template/kit.ts';

function made<T>(value: T | null): T {
  if (value === null) throw new Error('cannot be made');
  return value;
}
const l = (tag: string): Lang => made(lang(tag));
const w = (text: string): Words => made(words(text));

export interface ReadSetup extends Setup {
  /** The document's languages, its own first. */
  readonly languages?: readonly string[];
  /** What its picture files hold. */
  readonly picture?: Picture;
}

export async function read(
  text: string,
  setup: ReadSetup = {},
): Promise<{ document: Document | null; report: Report }> {
  const { markup, report } = await fill(text, setup);
  if (markup === null) return { document: null, report };
  const languages = setup.languages ?? ['en', 'ka'];
  const document = await readDocument(
    markup,
    {
      kind: 'brochure',
      lang: l(languages[0] ?? 'en'),
      editions: languages.map((tag) => ({ lang: l(tag), name: w(`in ${tag}`) })),
      metadata: {
        title: w('T'),
        description: w('D'),
        author: w('A'),
        keywords: [],
        date: '2026-11-22',
        places: new Map(),
      },
      async picture({ value, from }) {
        if (!value.endsWith('.svg')) {
          report.error('not-a-picture', from, `"${value}" is not a picture.`);
          return null;
        }
        return setup.picture ?? { file: value, format: 'svg', width: 4, height: 2, bytes: new Uint8Array() };
      },
      qr: () => setup.picture ?? { file: 'qr.svg', format: 'svg', width: 3, height: 3, bytes: new Uint8Array() },
    },
    report,
  );
  return { document, report };
}

/** A whole document around blocks of a section. */
export function around(blocks: string): string {
  return `<document><cover><title>T</title></cover><section id="s"><h>H</h>\n${blocks}</section></document>`;
}

/** The tree of blocks in a section, or the findings. Blocks start on line 2. */
export async function blocks(text: string, setup: ReadSetup = {}): Promise<string> {
  const { document, report } = await read(around(text), setup);
  if (document === null) return report.diagnostics.map(line).join('\n').replaceAll('t/document.hbs', '');
  const lines = dump(document).split('\n');
  const start = lines.indexOf('    h') + 2;
  return lines
    .slice(start, -1)
    .map((each) => each.slice(4))
    .join('\n');
}
