/** Builds a project's document in all formats, and reads back what a test has to know of the files. */
import { expect } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import type { Diagnostic } from '../../src/diagnostics.ts';
import type { Output } from '../../src/engine.ts';
import { compareOutlines } from '../../src/outline/compare.ts';
import { expectedOutline } from '../../src/outline/expected.ts';
import { type AnyNode, type Outline, textOf } from '../../src/outline/outline.ts';
import { projections } from '../../src/outline/projection.ts';
import { outlineOf } from '../../src/outline/read.ts';
import type { Format } from '../../src/write/targets.ts';
import { readAs } from '../outline/read-as.ts';

export interface Made {
  readonly bytes: Readonly<Record<Format, Uint8Array>>;
  readonly outlines: Readonly<Record<Format, Outline>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Fails unless every format is built without an error and says what the document says. */
export async function make(root: string, file: string, lang = 'ka', theme?: string): Promise<Made> {
  const engine = createEngine({ root, env: {} });
  const { outputs, diagnostics } = await engine.build(file, { languages: [lang], theme });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const document = await engine.document(file, lang, { theme });
  const name = file.replace(/^.*\/|\.json$/g, '');
  const outlines: [Format, Outline][] = [];
  for (const { format, bytes } of outputs) {
    const found = await outlineOf(bytes, readAs(format));
    const expected = expectedOutline(document, { name, extension: format });
    expect(compareOutlines(expected, found, projections[readAs(format)]), format).toBeNull();
    outlines.push([format, found]);
  }
  engine.close();
  return {
    bytes: byFormat(outputs.map(({ format, bytes }) => [format, bytes])),
    outlines: byFormat(outlines),
    diagnostics,
  };
}

function byFormat<T>(entries: readonly (readonly [Output['format'], T])[]): Readonly<Record<Format, T>> {
  const found = Object.fromEntries(entries);
  if (!('pdf' in found && 'docx' in found && 'html' in found)) throw new Error('a format is missing');
  return found as Readonly<Record<Format, T>>;
}

/** All that an outline says. */
export function said({ nodes }: Outline): string {
  const of = (node: AnyNode): string => {
    if ('runs' in node) return textOf(node.runs);
    if (node.role === 'figure') return node.alt ?? '';
    const children: readonly AnyNode[] = node.children;
    return children.map(of).join('\n');
  };
  return nodes.map(of).join('\n');
}
