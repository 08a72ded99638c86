/** Nothing from data reaches the file system, the network, a template or markup: each text is a trap that says so. */
import dns from 'node:dns';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import path from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFStream } from '@cantoo/pdf-lib';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'parse5';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { brochure, Project } from '../cli/project.ts';
import { make, said } from './made.ts';

const traps = [
  '<script>canary()</script>',
  '"><img src=x onerror=canary()>',
  '</p></title></style><svg onload=canary()>',
  "' onmouseover='canary()",
  ']]><canary/><![CDATA[',
  '<!-- canary --><?canary ?><!DOCTYPE canary>',
  '&lt;canary&gt; &#60;canary&#62; &canary;',
  '{{canary}} {{{canary}}} {{> canary}} {{#with constructor}}canary{{/with}} \\{{canary}}',
  '{{lookup this "constructor"}}{{@root.canary}}',
  `\${canary} #{canary} %s %n \`canary\` $(canary) $& $1`,
  '../../../canary /etc/passwd file:///canary C:\\canary \\\\canary\\share',
  'http://canary.invalid/x.png javascript:canary() data:text/html,canary url(http://canary.invalid)',
  ') Tj ET /canary Do (\\) >> endobj stream (canary)',
  '{canary} {rId1} w:canary </w:t><w:canary/><w:t>',
  '**canary** _canary_ [canary](javascript:canary()) [canary]{lang=en}',
  '=canary() +canary @canary -canary |canary',
  '__proto__ constructor prototype toString hasOwnProperty',
] as const;

/** The brochure with a trap behind every text of every language. */
function trapped(project: Project): void {
  let next = 0;
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => {
        if ((key !== 'ka' && key !== 'en') || typeof each !== 'string') return [key, visit(each)];
        next += 1;
        return [key, `${each} ${traps[next % traps.length]}`];
      }),
    );
  };
  const { source: _, ...data } = JSON.parse(project.read(brochure));
  project.write(brochure, JSON.stringify(visit(data)));
}

describe('a trap in every text', () => {
  it.each(['ka', 'en'])('is said in %s as it is written, and is nothing else', async (lang) => {
    const project = new Project();
    trapped(project);
    const { bytes, outlines } = await make(project.root, brochure, lang);
    for (const outline of Object.values(outlines)) {
      const text = said(outline);
      // The mark of a language is what all texts take: its words are said, and no more of it.
      for (const trap of traps) expect(text).toContain(trap.replace('[canary]{lang=en}', 'canary'));
    }
    expectPlainPage(new TextDecoder().decode(bytes.html));
    expectPlainPackage(bytes.docx);
    await expectPlainFile(bytes.pdf);
  });
});

interface PageNode {
  readonly nodeName: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly unknown[];
}

/** No script, no comment, no element or attribute that is not the writer's, no address that data did not give as one. */
function expectPlainPage(page: string): void {
  const visit = (node: PageNode): void => {
    expect(['script', '#comment', 'canary', 'iframe', 'object', 'embed', 'base', 'form']).not.toContain(node.nodeName);
    for (const { name, value } of node.attrs ?? []) {
      expect(name).toMatch(/^(?!on)[a-z][a-z0-9:-]*$/i);
      if (/^(?:href|src|srcset|action|style|id|class|content)$/.test(name) && node.nodeName !== 'meta')
        expect(value.startsWith('data:') ? '' : value).not.toContain('canary');
    }
    for (const child of node.childNodes ?? []) visit(child as PageNode);
  };
  visit(parse(page) as PageNode);
  for (const [, sheet = ''] of page.matchAll(/<style>([\s\S]*?)<\/style>/g)) expect(sheet).not.toContain('canary');
}

function expectPlainPackage(docx: Uint8Array): void {
  for (const [name, bytes] of Object.entries(unzipSync(docx))) {
    expect(name).not.toContain('canary');
    if (!/\.(?:xml|rels)$/.test(name)) continue;
    const xml = strFromU8(bytes);
    expect(xml, name).not.toMatch(/<\/?(?:w:)?canary|<!--|<!DOCTYPE|<\?canary|<!\[CDATA/);
    if (name.endsWith('.rels')) expect(xml).not.toContain('canary');
    // A field is code to Word.
    for (const [, code = ''] of xml.matchAll(/<w:instrText[^>]*>([^<]*)/g)) expect(code).not.toContain('canary');
  }
}

/** Names are what a PDF acts on; texts are strings. No trap is a name, and no action does more than lead somewhere. */
async function expectPlainFile(pdf: Uint8Array): Promise<void> {
  const names = new Set<string>();
  const visit = (object: PDFObject | undefined): void => {
    if (object instanceof PDFName) names.add(object.decodeText());
    else if (object instanceof PDFArray) object.asArray().forEach(visit);
    else if (object instanceof PDFStream) visit(object.dict);
    else if (object instanceof PDFDict)
      for (const [key, value] of object.entries()) {
        visit(key);
        visit(value);
      }
  };
  const { context } = await PDFDocument.load(pdf);
  for (const [, object] of context.enumerateIndirectObjects()) visit(object);
  expect(names).toContain('StructElem');
  for (const name of names) expect(name).not.toContain('canary');
  for (const action of ['JavaScript', 'JS', 'Launch', 'SubmitForm', 'OpenAction', 'AA'])
    expect(names).not.toContain(action);
}

describe('outside of the project', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    syncBuiltinESMExports();
  });

  it('nothing is asked of the network, and no file is opened that data names', async () => {
    const project = new Project();
    trapped(project);
    const asked: string[] = [];
    const refuse = (what: string) => () => {
      asked.push(what);
      throw new Error(`asked for ${what}`);
    };
    vi.spyOn(net.Socket.prototype, 'connect').mockImplementation(refuse('a connection'));
    vi.spyOn(dns, 'lookup').mockImplementation(refuse('a name') as never);
    for (const client of [http, https]) {
      vi.spyOn(client, 'request').mockImplementation(refuse('a page'));
      vi.spyOn(client, 'get').mockImplementation(refuse('a page'));
    }
    vi.spyOn(globalThis, 'fetch').mockImplementation(refuse('a page'));
    const opened: string[] = [];
    const readSync = fs.readFileSync;
    vi.spyOn(fs, 'readFileSync').mockImplementation(((file: fs.PathOrFileDescriptor, ...rest: []) => {
      opened.push(String(file));
      return readSync(file, ...rest);
    }) as typeof fs.readFileSync);
    for (const name of ['open', 'readFile', 'stat', 'realpath', 'readdir', 'writeFile', 'mkdir', 'rename'] as const) {
      const plain = fs.promises[name] as (...given: unknown[]) => Promise<unknown>;
      vi.spyOn(fs.promises, name).mockImplementation(((...given: unknown[]) => {
        opened.push(String(given[0]));
        return plain.apply(fs.promises, given);
      }) as never);
    }
    syncBuiltinESMExports();
    const engine = createEngine({ root: project.root, env: {} });
    const { outputs, diagnostics } = await engine.build(brochure);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(outputs).toHaveLength(6);
    expect(asked).toEqual([]);
    expect(opened.some((file) => file.endsWith('brochure.json'))).toBe(true);
    expect(opened.filter((file) => /canary|passwd/.test(file))).toEqual([]);
    expect(project.list('.')).toEqual(['data']);
  });

  it('names of data and of documents name no file but their own', async () => {
    const project = new Project();
    project.write('data/brochure/a b%2e%2e{{x}}$&.json', project.read(brochure));
    const { code, stderr } = await project.run(['build', 'data/brochure/a b%2e%2e{{x}}$&.json', '--format', 'html']);
    expect(code, stderr).toBe(0);
    expect(project.list('output')).toEqual(['a b%2e%2e{{x}}$&.en.html', 'a b%2e%2e{{x}}$&.ka.html']);
    const page = project.read('output/a b%2e%2e{{x}}$&.ka.html');
    expect(page).toContain(`href="${encodeURIComponent('a b%2e%2e{{x}}$&.en.html')}"`);
  });
});

it('no object learns of what a file says its names are', async () => {
  const project = new Project();
  project.write('data/brochure/proto.json', project.read(brochure).replace('{', '{ "__proto__": { "canary": 1 },'));
  const { diagnostics } = await project.runJson(['build', 'data/brochure/proto.json']);
  expect(diagnostics.map(({ code }) => code)).toContain('forbidden-key');
  expect(Reflect.get({}, 'canary')).toBeUndefined();
  expect(path.basename(project.root)).not.toBe('');
});
