/** Whatever a person may write into a brochure, every format says it in both languages, all of it and in order. */
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { say } from '../../src/finished/say.ts';
import { rules } from '../../src/input/rules.ts';
import type { Document } from '../../src/model/document.ts';
import { compareOutlines } from '../../src/outline/compare.ts';
import { expectedOutline } from '../../src/outline/expected.ts';
import { type AnyNode, textOf } from '../../src/outline/outline.ts';
import { projections } from '../../src/outline/projection.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { readAs } from '../outline/read-as.ts';
import { brochures, textsOf } from './brochures.ts';
import { Folder, runs } from './folder.ts';

const ruled = new Set(rules.map(({ code }) => code));

it('says every text, in order, in all formats and languages', async () => {
  const folder = await Folder.make();
  onTestFinished(() => folder.remove());
  const engine = createEngine({ root: folder.root, env: {} });
  const says = fc.asyncProperty(brochures, async (data) => {
    await folder.write('random.json', JSON.stringify(data));
    const { outputs, diagnostics } = await engine.build('random.json');
    // Random words may happen to say what a rule of data refuses, such as "XX" for a text yet to come.
    fc.pre(!diagnostics.some(({ code, severity }) => severity === 'error' && ruled.has(code)));
    // Nor has a cover room for all that may be random: what it does not take is refused.
    fc.pre(!diagnostics.some(({ code }) => code === 'cover-overflow'));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(outputs).toHaveLength(3 * data.languages.length);
    const documents = new Map<string, Document>();
    for (const lang of data.languages) documents.set(lang, await engine.document('random.json', lang));
    for (const { lang, format, bytes } of outputs) {
      const found = await outlineOf(bytes, readAs(format));
      const document = documents.get(lang);
      const expected = document && expectedOutline(document, { name: 'random', extension: format });
      expect(expected && compareOutlines(expected, found, projections[readAs(format)]), `${format} ${lang}`).toBeNull();
      const missing = firstMissing(textsOf(data, lang === 'ka' ? 'ka' : 'en'), found.nodes.map(spoken).join(''));
      expect(missing, `${format} ${lang}`).toBeNull();
    }
  });
  await fc.assert(says, runs(12));
}, 600_000);

function spoken(node: AnyNode): string {
  if ('runs' in node) return textOf(node.runs);
  const children: readonly AnyNode[] = node.role === 'figure' ? [] : node.children;
  return node.role === 'figure' ? (node.alt ?? '') : children.map(spoken).join('');
}

/** The first text that does not stand after the one before it; white space is for the formats. */
function firstMissing(texts: readonly string[], whole: string): string | null {
  const bare = (text: string) => say(text).replaceAll(' ', '');
  const said = bare(whole);
  let from = 0;
  for (const text of texts) {
    const at = said.indexOf(bare(text), from);
    if (at < 0) return text;
    from = at + bare(text).length;
  }
  return null;
}
