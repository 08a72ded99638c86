import { trailing } from '../../text.ts';

/**
 * The frame that shows a document. No script runs in it (its policy and the sandbox see to that); from outside, its page is
 * put in, marked and listened to.
 */
export class PageFrame {
  readonly #frame: HTMLIFrameElement;
  readonly #choose: (path: string, word: string | null) => void;
  #html: string | null = null;
  #media = { isPrint: false, isDark: false };
  #isLoaded = false;
  readonly #loaded = () => {
    this.#isLoaded = true;
    this.#draw([]);
  };

  constructor(frame: HTMLIFrameElement, choose: (path: string, word: string | null) => void) {
    this.#frame = frame;
    this.#choose = choose;
    frame.addEventListener('load', this.#loaded);
    if (frame.contentDocument?.readyState === 'complete' && frame.contentDocument.URL !== 'about:blank') this.#loaded();
  }

  close(): void {
    this.#frame.removeEventListener('load', this.#loaded);
  }

  show(html: string | null): void {
    if (html === null || html === this.#html) return;
    const before = this.#words();
    const isFirst = this.#html === null;
    this.#html = html;
    this.#draw(isFirst ? [] : before);
  }

  media(media: { readonly isPrint: boolean; readonly isDark: boolean }): void {
    this.#media = media;
    this.#applyMedia();
  }

  /** Frames what stands at a path, and scrolls to it where it is out of sight. */
  mark(path: string | null, word: string | null): void {
    const page = this.#page();
    if (page === null) return;
    for (const old of page.querySelectorAll('[data-marked]')) old.removeAttribute('data-marked');
    if (path === null) return;
    const found = [...page.querySelectorAll<HTMLElement>('[data-from]')].filter(({ dataset }) => dataset.from === path);
    for (const each of found) each.setAttribute('data-marked', word === null ? 'all' : 'word');
    const first = found.find((each) => each.closest('nav') === null) ?? found[0];
    if (first === undefined) return;
    const { top, bottom } = first.getBoundingClientRect();
    const height = page.defaultView?.innerHeight ?? 0;
    if (bottom < 0 || top > height) first.scrollIntoView({ block: 'center' });
  }

  #page(): Document | null {
    return this.#isLoaded ? this.#frame.contentDocument : null;
  }

  /** What stands where, for what has changed. */
  #words(): readonly string[] {
    const page = this.#page();
    if (page === null) return [];
    return [...page.querySelectorAll<HTMLElement>('[data-from]')].map(keyOf);
  }

  #draw(before: readonly string[]): void {
    const page = this.#page();
    if (page === null || this.#html === null) return;
    // By the frame's own parser, under its policy: that of this page allows no styles of others.
    const made = new (page.defaultView ?? globalThis).DOMParser().parseFromString(this.#html, 'text/html');
    for (const meta of made.querySelectorAll('meta[http-equiv]')) meta.remove();
    const view = page.defaultView;
    const [x, y] = [view?.scrollX ?? 0, view?.scrollY ?? 0];
    const root = page.importNode(made.documentElement, true);
    const own = page.createElement('style');
    own.textContent = ownStyles;
    root.querySelector('head')?.append(own);
    page.replaceChild(root, page.documentElement);
    this.#applyMedia();
    view?.scrollTo(x, y);
    page.addEventListener('click', this.#clicked);
    if (before.length > 0) this.#flash(page, new Set(before));
  }

  #flash(page: Document, before: ReadonlySet<string>): void {
    const changed = [...page.querySelectorAll<HTMLElement>('[data-from]')].filter((each) => !before.has(keyOf(each)));
    if (changed.length > 20) return;
    for (const each of changed)
      (each.closest('p, li, h1, h2, h3, h4, td, th, figcaption, dd, dt') ?? each).setAttribute('data-changed', '');
    setTimeout(() => {
      for (const each of page.querySelectorAll('[data-changed]')) each.removeAttribute('data-changed');
    }, 2000);
  }

  readonly #clicked = (event: MouseEvent) => {
    // Of the frame's own realm: its classes are not ours.
    const target = event.target as Element | null;
    const link = target?.closest('a[href]');
    const isPlace = link?.getAttribute('href')?.startsWith('#') === true;
    if (link !== null && link !== undefined && !isPlace) event.preventDefault();
    const element = target?.closest<HTMLElement>('[data-from]') ?? null;
    const path = element?.dataset.from;
    if (path === undefined) return;
    event.preventDefault();
    this.#choose(path, wordAt(this.#frame.contentDocument, event));
  };

  /** The style sheet asks for the medium and the colours of the window; here it is told those of the preview. */
  #applyMedia(): void {
    const page = this.#page();
    if (page === null) return;
    for (const sheet of page.styleSheets) visit(sheet.cssRules, this.#media);
  }
}

function keyOf(element: HTMLElement): string {
  return `${element.dataset.from} ${element.textContent}`;
}

const asked = new WeakMap<CSSMediaRule, string>();

function visit(rules: CSSRuleList, { isPrint, isDark }: { readonly isPrint: boolean; readonly isDark: boolean }): void {
  for (const rule of rules) {
    if (!('media' in rule) || !('cssRules' in rule)) continue;
    const media = rule as CSSMediaRule;
    const given = asked.get(media) ?? media.media.mediaText;
    asked.set(media, given);
    media.media.mediaText = given
      .replace(/\(prefers-color-scheme:\s*(dark|light)\)/g, (_, which) =>
        (which === 'dark') === (isDark && !isPrint) ? '(min-width: 0)' : '(max-width: 0)',
      )
      .replace(/\bprint\b/g, isPrint ? 'screen' : 'print')
      .replace(/\bscreen\b/g, isPrint && /\bscreen\b/.test(given) && !/\bprint\b/.test(given) ? 'print' : 'screen');
    visit(media.cssRules, { isPrint, isDark });
  }
}

/** The word that was clicked. */
function wordAt(page: Document | null, { clientX, clientY }: MouseEvent): string | null {
  const range = page?.caretRangeFromPoint?.(clientX, clientY) ?? null;
  const node = range?.startContainer;
  if (range === null || node === undefined || node.nodeType !== Node.TEXT_NODE) return null;
  const text = node.textContent ?? '';
  const clicked = text.slice(0, range.startOffset);
  const before = clicked.slice(trailing(clicked, /[\p{L}\p{N}\p{M}’'-]/u));
  const after = /^[\p{L}\p{N}\p{M}’'-]*/u.exec(text.slice(range.startOffset))?.[0] ?? '';
  return before + after === '' ? null : before + after;
}

const ownStyles = `
[data-from] { cursor: pointer; }
[data-from]:hover { text-decoration: underline dotted; text-underline-offset: .2em; }
[data-marked] { outline: 3px solid #A8451F; outline-offset: 2px; border-radius: 4px; forced-color-adjust: none; }
[data-changed] { box-shadow: -.6rem 0 0 -.3rem #A8451F; }
`;
