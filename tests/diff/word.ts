/** A Word document in the hands of a colleague: edits of its XML as Word itself leaves them. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const document = 'word/document.xml';
const who = 'w:author="ნინო &amp; Co" w:date="2026-11-28T10:00:00Z"';

export class Word {
  readonly #files: Record<string, Uint8Array>;
  #count = 9000;

  constructor(bytes: Uint8Array) {
    this.#files = unzipSync(bytes);
  }

  get bytes(): Uint8Array {
    return zipSync(this.#files, { level: 1 });
  }

  read(part: string): string {
    const file = this.#files[part];
    if (file === undefined) throw new Error(`no ${part}`);
    return strFromU8(file);
  }

  write(part: string, xml: string | Uint8Array): void {
    this.#files[part] = typeof xml === 'string' ? strToU8(xml) : xml;
  }

  remove(part: string): void {
    delete this.#files[part];
  }

  get parts(): readonly string[] {
    return Object.keys(this.#files);
  }

  /** The first piece of XML of an element that says these words, changed. */
  change(element: 'w:p' | 'w:tr', words: string, to: (xml: string) => string, part = document): void {
    const xml = this.read(part);
    // A colleague changes a heading, not the entry that lists it.
    const isOwn = (piece: string) => textOf(piece).includes(words) && !/w:pStyle w:val="(?:TOC|TableofF)/.test(piece);
    const found = piecesOf(xml, element).find(isOwn);
    if (found === undefined) throw new Error(`nothing says "${words}"`);
    this.write(
      part,
      xml.replace(found, () => to(found)),
    );
  }

  /** Words typed over others: Word parts the run and marks the new one with a revision id. */
  retype(was: string, now: string, part = document): void {
    this.change('w:p', was, (p) => inRun(p, was, (rPr) => typed(rPr, now)), part);
  }

  /** The same with tracked changes. */
  track(was: string, now: string): void {
    this.change('w:p', was, (p) =>
      inRun(p, was, (rPr) => {
        const gone = `<w:del w:id="${this.next()}" ${who}>${typed(rPr, was).replaceAll('w:t>', 'w:delText>').replace('<w:t ', '<w:delText ')}</w:del>`;
        return `${gone}<w:ins w:id="${this.next()}" ${who}>${typed(rPr, now)}</w:ins>`;
      }),
    );
  }

  /** Words with other marks: `<w:b/>`. */
  mark(words: string, marks: string): void {
    this.change('w:p', words, (p) =>
      inRun(p, words, (rPr) =>
        typed(rPr.includes('<w:rPr>') ? rPr.replace('<w:rPr>', `<w:rPr>${marks}`) : `<w:rPr>${marks}</w:rPr>`, words),
      ),
    );
  }

  link(words: string, address: string): void {
    const id = `rIdNew${this.next()}`;
    const rels = 'word/_rels/document.xml.rels';
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
    const added = `<Relationship Id="${id}" Type="${type}" Target="${address}" TargetMode="External"/></Relationships>`;
    this.write(rels, this.read(rels).replace('</Relationships>', added));
    this.change('w:p', words, (p) =>
      inRun(
        p,
        words,
        () => `<w:hyperlink r:id="${id}">${typed('<w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>', words)}</w:hyperlink>`,
      ),
    );
  }

  /** A paragraph like that of these words after it, without its bookmarks. */
  addAfter(element: 'w:p' | 'w:tr', words: string, now: readonly string[]): void {
    this.change(element, words, (xml) => {
      const bare = xml.replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, '');
      const texts = [...now];
      return xml + eachParagraph(bare, (p) => withText(p, texts.shift() ?? ''));
    });
  }

  /** Enter between these words: the start of a bookmark stays in the first half, its end goes to the second. */
  part(first: string, second: string, isTracked = false): void {
    this.change('w:p', first + second, (p) => {
      const at = p.indexOf(`${first}${second}`);
      const cut = at < 0 ? this.#between(p, first, second) : at + first.length;
      const [before, after] = [p.slice(0, cut), p.slice(cut)];
      const pPr = /<w:pPr>.*?<\/w:pPr>/s.exec(p)?.[0] ?? '';
      const rPr =
        /<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>(?=<w:t)/s.exec(before.slice(before.lastIndexOf('<w:r>')))?.[0] ?? '';
      const inside = before.lastIndexOf('<w:t') > before.lastIndexOf('</w:t>');
      const halves = inside
        ? `</w:t></w:r></w:p><w:p>${pPr}<w:r>${rPr}<w:t xml:space="preserve">`
        : `</w:p><w:p>${pPr}`;
      const mark = `<w:rPr><w:ins w:id="${this.next()}" ${who}/></w:rPr>`;
      const start = isTracked && pPr !== '' ? before.replace('</w:pPr>', `${mark}</w:pPr>`) : before;
      return start + halves + after;
    });
  }

  /** Where the second words begin in another run. */
  #between(p: string, first: string, second: string): number {
    const end = p.indexOf(first) + first.length;
    const next = p.indexOf('</w:r>', end) + '</w:r>'.length;
    if (p.indexOf(first) < 0 || !textOf(p.slice(next)).startsWith(second)) throw new Error(`no "${first}|${second}"`);
    return next;
  }

  /** Enter between two words: the bookmark that opened in the first paragraph closes in the second. */
  split(before: string, after: string): void {
    this.change('w:p', `${before}${after}`, (p) => {
      const properties = /<w:pPr>.*?<\/w:pPr>/s.exec(p)?.[0] ?? '';
      return inRun(
        p,
        `${before}${after}`,
        (rPr) => `${typed(rPr, before)}</w:p><w:p>${properties}${typed(rPr, after)}`,
      );
    });
  }

  delete(element: 'w:p' | 'w:tr', words: string): void {
    this.change(element, words, () => '');
  }

  /** Two neighbours change places. */
  swap(element: 'w:p' | 'w:tr', one: string, other: string): void {
    const xml = this.read(document);
    const all = piecesOf(xml, element);
    const [a, b] = [one, other].map((words) => all.find((piece) => textOf(piece).includes(words)) ?? '');
    if (!a || !b) throw new Error(`no ${one} or ${other}`);
    this.write(
      document,
      xml
        .replace(a, '\u0001')
        .replace(b, () => a)
        .replace('\u0001', () => b),
    );
  }

  /** Other words in an alternative text. */
  describe(was: string, now: string): void {
    const xml = this.read(document);
    if (!xml.includes(`descr="${was}`)) throw new Error(`no alternative text begins with "${was}"`);
    this.write(document, xml.replace(`descr="${was}`, `descr="${now}`));
  }

  /** A comment on these words. */
  comment(words: string, said: string): void {
    const id = this.next();
    this.change('w:p', words, (p) =>
      inRun(p, words, (rPr) => {
        const reference = `<w:r><w:commentReference w:id="${id}"/></w:r>`;
        return `<w:commentRangeStart w:id="${id}"/>${typed(rPr, words)}<w:commentRangeEnd w:id="${id}"/>${reference}`;
      }),
    );
    const [part, rels] = ['word/comments.xml', 'word/_rels/document.xml.rels'];
    const uri = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    if (this.#files[part] === undefined) {
      this.write(part, `<w:comments xmlns:w="${uri}"></w:comments>`);
      const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
      this.write(
        rels,
        this.read(rels).replace(
          '</Relationships>',
          `<Relationship Id="rIdComments" Type="${type}" Target="comments.xml"/></Relationships>`,
        ),
      );
      const override = `<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>`;
      this.write('[Content_Types].xml', this.read('[Content_Types].xml').replace('</Types>', override));
    }
    const comment = `<w:comment w:id="${id}" ${who} w:initials="ნ"><w:p><w:r><w:t>${said}</w:t></w:r></w:p></w:comment></w:comments>`;
    this.write(part, this.read(part).replace('</w:comments>', comment));
  }

  next(): number {
    this.#count += 1;
    return this.#count;
  }
}

function piecesOf(xml: string, element: string): string[] {
  return [...xml.matchAll(new RegExp(`<${element}(?: [^>]*)?>.*?</${element}>`, 'gs'))].map(([piece]) => piece);
}

function textOf(xml: string): string {
  return unescaped([...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''));
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function typed(rPr: string, text: string): string {
  return `<w:r w:rsidR="00AB12CD" w:rsidRPr="00EF34AB">${rPr}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

/** The run with these words parted around them, and `made` in their place. */
function inRun(p: string, words: string, made: (rPr: string) => string): string {
  for (const [run, rPr = '', text = ''] of p.matchAll(
    /<w:r(?: [^>]*)?>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t(?: [^>]*)?>([^<]*)<\/w:t><\/w:r>/gs,
  )) {
    const said = unescaped(text);
    const at = said.indexOf(words);
    if (at < 0) continue;
    const [before, after] = [said.slice(0, at), said.slice(at + words.length)];
    const parted = (part: string) => (part === '' ? '' : typed(rPr, part));
    return p.replace(run, () => parted(before) + made(rPr) + parted(after));
  }
  throw new Error(`no run has "${words}"`);
}

function eachParagraph(xml: string, to: (p: string) => string): string {
  return xml.replace(/<w:p(?: [^>]*)?>.*?<\/w:p>/gs, to);
}

function withText(p: string, text: string): string {
  const pPr = /<w:pPr>.*?<\/w:pPr>/s.exec(p)?.[0] ?? '';
  return `<w:p w:rsidR="00AB12CD">${pPr}${text === '' ? '' : typed('', text)}</w:p>`;
}
