/** The same elements may be written as XML, for formats that are: EPUB's pages are. */
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { SaxesParser } from 'saxes';
import { expect, it } from 'vitest';
import { languageOf } from '../../src/language/languages.ts';
import type { Document } from '../../src/model/document.ts';
import { drawCharts } from '../../src/write/xhtml/charts.ts';
import { lines } from '../../src/write/xhtml/element.ts';
import { setNotes } from '../../src/write/xhtml/notes.ts';
import { settingOf } from '../../src/write/xhtml/page.ts';
import { escapeText, htmlSyntax, type Syntax, serialize } from '../../src/write/xhtml/syntax.ts';
import { everything, theme } from '../html/page.ts';
import { report } from '../html/report.ts';

/** As a book of the format EPUB would: names of languages twice, SVG in its own namespace, no attribute without a value. */
const xmlSyntax: Syntax = {
  element(name, attributes, content) {
    const { lang } = attributes;
    const all = {
      ...attributes,
      'xml:lang': lang ?? null,
      xmlns: name === 'svg' ? 'http://www.w3.org/2000/svg' : null,
    };
    const written = Object.entries(all).map(([key, value]) =>
      value === null || value === false ? '' : ` ${key}="${escapeText(value === true ? '' : String(value))}"`,
    );
    return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`;
  },
};

async function set(document: Document) {
  const files: string[] = [];
  const setting = settingOf(document, {
    language: languageOf(document.lang),
    addresses: {
      picture({ format }) {
        files.push(`pictures/${files.length + 1}.${format}`);
        return files.at(-1) ?? '';
      },
      place: (id) => `text.xhtml#${id}`,
      edition: (lang) => `../${lang}/book.xhtml`,
    },
    theme,
    drawings: await drawCharts(document, theme),
    beside: false,
    scrolls: true,
  });
  const blocks = setting.page.blocks([...document.cover.before, ...document.body], setting);
  return { html: lines(blocks, setNotes(setting.notes, setting)), files };
}

/** Elements by their namespace, name and attributes, and texts, in order. */
function ofXml(markup: string): string[] {
  const found: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    const own = Object.values(attributes).filter(({ prefix, local: name }) => prefix === '' && name !== 'xmlns');
    found.push(`${uri} ${local} ${own.map(({ local: name, value }) => `${name}=${value}`).join()}`);
  });
  parser.on('text', (text) => found.push(text));
  parser.write(`<body xmlns="http://www.w3.org/1999/xhtml">${markup}</body>`).close();
  return found.slice(1);
}

function ofHtml(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): string[] {
  return nodes.flatMap((node) => {
    if ('value' in node) return [node.value];
    if (!('attrs' in node)) return [];
    const own = node.attrs.filter(({ name }) => name !== 'xmlns');
    const name = `${node.namespaceURI} ${node.tagName}`;
    return [`${name} ${own.map((attr) => `${attr.name}=${attr.value}`).join()}`, ...ofHtml(node.childNodes)];
  });
}

it.each([
  ['everything', everything],
  ['a report', report],
])('%s is the same tree as XML and as HTML', async (_, document) => {
  const { html, files } = await set(document);
  const xml = ofXml(serialize(html, xmlSyntax));
  expect(xml.length).toBeGreaterThan(90);
  const same = ofHtml(parseFragment(serialize(html, htmlSyntax)).childNodes);
  const other = xml.findIndex((part, index) => part !== same[index]);
  expect([xml[other], xml.length]).toEqual([same[other], same.length]);
  // Pictures and addresses are the format's own.
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(xml.join('\n')).toContain(`src=${file}`);
  expect(xml.some((part) => part.includes('href=text.xhtml#'))).toBe(true);
  expect(xml.some((part) => /(?:href=#|src=data:)/.test(part) && !/href=#_/.test(part))).toBe(false);
});
