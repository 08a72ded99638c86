/** Every sentence of the seed is said, whole, by every Georgian output. */
import { expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { type AnyNode, textOf } from '../../src/outline/outline.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { packageRoot } from '../../src/world.ts';
import { seedSentences } from '../seed.ts';

const engine = createEngine({ root: packageRoot, env: {} });

/** The texts of an outline, with a space around each so that only whole words are found in it. */
function textsOf(node: AnyNode): string[] {
  if ('runs' in node) return [` ${textOf(node.runs)} `];
  if (node.role === 'figure') return [];
  const children: readonly AnyNode[] = node.children;
  return children.flatMap(textsOf);
}

it.each(['html', 'docx', 'pdf'] as const)(
  '%s',
  async (format) => {
    const { outputs } = await engine.build('data/brochure/brochure.json', { formats: [format], languages: ['ka'] });
    const [output] = outputs;
    const texts = output === undefined ? [] : (await outlineOf(output.bytes, format)).nodes.flatMap(textsOf);
    const sentences = seedSentences();
    expect(sentences.length).toBeGreaterThan(40);
    expect(sentences.filter((sentence) => !texts.some((text) => text.includes(` ${sentence} `)))).toEqual([]);
  },
  120_000,
);
