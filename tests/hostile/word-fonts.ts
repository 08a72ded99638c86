/** The fonts that a DOCX of ours carries, and the runs that ask for them. */
import { strFromU8 } from 'fflate';
import { readFont } from '../../src/theme/sfnt.ts';
import { obfuscate } from '../../src/write/docx/fonts.ts';

type Files = Readonly<Record<string, Uint8Array>>;

/** By family: the code points that every embedded face of it draws. */
export function deobfuscated(parts: Files): ReadonlyMap<string, ReadonlySet<number>> {
  const table = strFromU8(parts['word/fontTable.xml'] ?? new Uint8Array());
  const found = new Map<string, ReadonlySet<number>>();
  for (const [, family = '', entry = ''] of table.matchAll(/<w:font w:name="([^"]*)">(.*?)<\/w:font>/gs)) {
    const faces = [...entry.matchAll(/<w:embed\w+ r:id="rId(\d+)" w:fontKey="\{([^}]*)\}"/g)].map(
      ([, id, key = '']) => {
        const font = readFont(obfuscate(parts[`word/fonts/font${id}.odttf`] ?? new Uint8Array(), key));
        if ('fault' in font) throw new Error(`${family}: ${font.fault}`);
        return new Set(font.characters);
      },
    );
    const [first, ...others] = faces;
    found.set(family, new Set([...(first ?? [])].filter((point) => others.every((face) => face.has(point)))));
  }
  return found;
}

/** The texts of a part, each with the family that its run names. */
export function familiesIn(xml: string): readonly { readonly family: string | null; readonly text: string }[] {
  return [...xml.matchAll(/<w:r(?: [^>]*)?>(?:<w:rPr>(.*?)<\/w:rPr>)?(.*?)<\/w:r>/gs)].flatMap(
    ([, properties = '', run = '']) => {
      const family = /w:ascii="([^"]*)"/.exec(properties)?.[1] ?? null;
      return [...run.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => ({ family, text }));
    },
  );
}
