/**
 * No regular expression backtracks more than in proportion to the text that it meets (CWE-1333). Literals are taken from the
 * syntax tree; those put together at run time are caught while the modules load.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'acorn';
import { full } from 'acorn-walk';
import { transformSync } from 'esbuild';
import { analyse } from 'scslre';
import { expect, it, onTestFinished } from 'vitest';

interface Expression {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

const address = 'An address has no more than `longestAddress` characters, which is looked at before.';
const digits = 'The last branch takes all digits that any of them begins at, so none is begun at twice.';
/** Expressions that are slow by their form, and why they cannot be. */
const bounded: Readonly<Record<string, string>> = {
  [String.raw`model/address.ts /^\/\/([^/?#]+)(.*)$/s`]: address,
  [String.raw`model/address.ts /^([^?#]*)(.*)$/s`]: address,
  [String.raw`model/meant-address.ts /^(https?:\/\/)[^/?#@]*:[^/?#]*@/i`]: address,
  [String.raw`model/meant-address.ts /^h+t+p+(s?)(?:\s*[:;.]\s*\/*|\s*\/+)\s*(.+)$/is`]: address,
  [String.raw`model/meant-address.ts /^(?:e-?)?mail(?:to)?\s*[:;.]?\s*\/*\s*(.+)$/is`]: address,
  [String.raw`model/meant-address.ts /^([^?]*)(.*)$/s`]: address,
  [String.raw`model/meant-address.ts /^(?:(?:tele?|phone|call)\.?\s*[:;]?\s*\/*)?\s*(\+?[\d\s\p{Z}\p{Pd}().-]+)$/isu`]:
    address,
  [String.raw`model/meant-address.ts /^[^/?#@]*:[^/?#@]*@/`]: address,
  [String.raw`language/numerals.ts /\B(?=(?:\d{3})+$)/g`]:
    'A number has no more than 309 digits before its decimal mark.',
  [String.raw`studio/page/sheet/columns.ts /\B(?=(?:\d{3})+$)/g`]:
    'A number that JavaScript writes without an exponent has no more than 21 digits.',
  [String.raw`input/check/tokens.ts /(?<![\d.])\d{1,3}(?:[,]\d{3})+(?!\d)(?:[.]\d+)?|\d+(?:\.\d+){2,}|\d+(?:[.]\d+)?/g`]:
    digits,
  [String.raw`input/check/tokens.ts /(?<![\d.])\d{1,3}(?:[,]\d{3})+(?!\d)(?:[.]\d+)?|\d+(?:\.\d+){2,}|(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.]\d+)?/g`]:
    digits,
  [String.raw`input/check/tokens.ts /\d+(?:\.\d+){2,}|(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?/g`]:
    digits,
  [String.raw`input/rules/number-as-text.ts /^(?:[A-Z]{3}|[₾€$£])?\s*[-\u2212]?\s*(?:[A-Z]{3}|[₾€$£])?\s*(\d[\d\s.,]*)(?:\s*(?:[A-Z]{3}|[₾€$£]|ლარი|ევრო|აშშ დოლარი|გირვანქა სტერლინგი|lari|euros|US dollars|pounds sterling))?$/u`]:
    'A cell has no more than `longestAmount` characters, which is looked at before.',
  'picture/svg/number.ts /\\.?0+$/': 'It reads what toFixed(12) writes of a number below ten million.',
};

const src = path.resolve(import.meta.dirname, '../../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));

function literalsOf(file: string): readonly Expression[] {
  const { code } = transformSync(readFileSync(path.join(src, file), 'utf8'), { loader: 'ts', target: 'esnext' });
  const found: Expression[] = [];
  full(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), (node) => {
    if (node.type !== 'Literal' || !('regex' in node)) return;
    const { pattern, flags } = node.regex as { pattern: string; flags: string };
    found.push({ file, source: pattern, flags });
  });
  return found;
}

/** What `new RegExp` of our own modules makes while they load. */
async function builtWhileLoading(): Promise<readonly Expression[]> {
  const found: Expression[] = [];
  const own = globalThis.RegExp;
  onTestFinished(() => {
    globalThis.RegExp = own;
  });
  globalThis.RegExp = new Proxy(own, {
    construct(target, [pattern, given]: [string, string?]) {
      const made = new target(pattern, given);
      const caller = new Error('for its stack').stack?.split('\n')[2]?.replaceAll('\\', '/') ?? '';
      const file = files.find((each) => caller.includes(`/src/${each}`));
      if (file !== undefined) found.push({ file, source: made.source, flags: made.flags });
      return made;
    },
  });
  // Run alone, entries would read what a process or a thread is started with.
  const entries = ['cli.ts', 'warm.ts', 'work/worker.ts', 'many/thread.ts'];
  for (const file of files.filter((each) => !entries.includes(each))) await import(path.join(src, file));
  return found;
}

const nameOf = ({ file, source, flags }: Expression) => `${file} /${source}/${flags}`;
const isSlow = ({ source, flags }: Expression) => analyse({ source, flags }).reports.length > 0;

it('knows a slow expression', () => {
  const slow = ['(?:a+)+b', 'a+a+b', String.raw`\s+$`, String.raw`^\s*\d+\.\s`];
  expect(slow.filter((source) => isSlow({ file: '', source, flags: 'gm' }))).toEqual(slow);
  const quick = ['a+b', '^a*b*c', String.raw`(?<!\s)\s+$`];
  expect(quick.filter((source) => isSlow({ file: '', source, flags: '' }))).toEqual(['a+b']);
});

it('finds none among ours but those that meet short texts only', { timeout: 120_000 }, async () => {
  const literals = files.flatMap(literalsOf);
  expect(literals.length).toBeGreaterThan(400);
  const built = await builtWhileLoading();
  expect(built.map(({ file }) => file)).toEqual(expect.arrayContaining(['json/number.ts', 'model/markup.ts']));
  const slow = [...literals, ...built].filter(isSlow).map(nameOf);
  expect([...new Set(slow)].sort()).toEqual(Object.keys(bounded).sort());
});
