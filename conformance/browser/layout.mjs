/**
 * Runs inside a page: each function is sent there as text, so each stands alone.
 *
 * @typedef {{ text: string, element: Element, left: number, right: number, top: number, bottom: number }} Line
 *   One line of one run of text, in page coordinates.
 */

/** Makes `linesOfText` known to a page: all text that the eye sees, without what is only there for screen readers. */
export function defineLines() {
  /** @type {any} */ (globalThis).linesOfText = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      if (element === null || node.nodeValue?.trim() === '' || element.closest('svg, script, style')) continue;
      const visible = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      if (visible && !isForReaders(element)) found.push(...lines(node, element));
    }
    return found;
  };

  /** @param {Node} node @param {Element} element @returns {Line[]} */
  function lines(node, element) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const [across, down] = [window.scrollX, window.scrollY];
    return [...range.getClientRects()]
      .filter(({ left, right, bottom }) => right - left >= 1 && bottom + down > 0)
      .map(({ left, right, top, bottom }) => ({
        text: node.nodeValue?.trim() ?? '',
        element,
        left: left + across,
        right: right + across,
        top: top + down,
        bottom: bottom + down,
      }));
  }

  /** The usual ways to hide from the eye alone: a box of one pixel, or moved out at the top or left. @param {Element} element */
  function isForReaders(element) {
    for (let at = /** @type {Element | null} */ (element); at !== null && at !== document.body; at = at.parentElement) {
      const box = at.getBoundingClientRect();
      const style = getComputedStyle(at);
      if (style.position !== 'absolute' && style.position !== 'fixed') continue;
      if ((box.width <= 1 && box.height <= 1) || box.right <= 0 || box.bottom + window.scrollY <= 0) return true;
    }
    return false;
  }
}

/**
 * What is wrong with how the text lies: out of the window, cut off by a box, or over other text.
 *
 * @returns {{ rule: string, message: string, where: string }[]}
 */
export function layoutFaults() {
  const room = document.documentElement.clientWidth;
  /** @type {Line[]} */
  const lines = /** @type {any} */ (globalThis).linesOfText();
  const overflow = Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - window.innerWidth;
  return [
    ...(overflow > 0
      ? [{ rule: 'sideways-scroll', message: `${overflow} px wider than the window`, where: 'html' }]
      : []),
    ...lines
      .filter((line) => (line.left < -1 || line.right > room + 1) && !canBeScrolledTo(line))
      .map((line) => fault('out-of-window', line)),
    ...lines.filter(isCut).map((line) => fault('clipped-text', line)),
    ...overlaps(lines).map(([one, other]) => fault('overlapping-text', one, ` lies over “${other.text}”`)),
  ];

  /**
   * Data tables may be wider than the window (1.4.10), in a part of their own that keyboards reach (2.1.1).
   *
   * @param {Line} line
   */
  function canBeScrolledTo(line) {
    const part = line.element.closest('table')?.closest('[tabindex="0"]');
    if (!part) return false;
    const { left, right } = part.getBoundingClientRect();
    return ['auto', 'scroll'].includes(getComputedStyle(part).overflowX) && left >= -1 && right <= room + 1;
  }

  /** Glyphs fill only the middle of a line's box, so a quarter of it may be lost. @param {Line} line */
  function isCut(line) {
    const slack = (line.bottom - line.top) / 4;
    for (
      let at = /** @type {Element | null} */ (line.element);
      at !== null && at !== document.body;
      at = at.parentElement
    ) {
      const { overflowX, overflowY } = getComputedStyle(at);
      const box = at.getBoundingClientRect();
      const [top, bottom] = [box.top + window.scrollY, box.bottom + window.scrollY];
      const cutsX = overflowX === 'hidden' || overflowX === 'clip';
      const cutsY = overflowY === 'hidden' || overflowY === 'clip';
      if (cutsX && (line.left < box.left - 1 || line.right > box.right + 1)) return true;
      if (cutsY && (line.top + slack < top || line.bottom - slack > bottom)) return true;
    }
    return false;
  }

  /** @param {Line[]} all @returns {[Line, Line][]} */
  function overlaps(all) {
    return all.flatMap((one, index) =>
      all
        .slice(index + 1)
        .filter((other) => other.element !== one.element && meet(one, other))
        .map((other) => /** @type {[Line, Line]} */ ([one, other])),
    );
  }

  /** @param {Line} one @param {Line} other */
  function meet(one, other) {
    const slack = (Math.min(one.bottom - one.top, other.bottom - other.top) * 3) / 8;
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    return across > 1 && down > slack;
  }

  /** @param {string} rule @param {Line} line */
  function fault(rule, line, message = '') {
    const tag = line.element.tagName.toLowerCase();
    return {
      rule,
      message: `“${line.text}”${message}`,
      where: `<${tag}> at ${Math.round(line.left)},${Math.round(line.top)}`,
    };
  }
}

/**
 * The lines of text with the colour of their letters.
 *
 * @typedef {{ text: string, left: number, right: number, top: number, bottom: number, large: boolean,
 *   colour: [number, number, number, number] }} ColouredLine `large` is as WCAG 2.2 has it; the alpha is 0 to 1.
 * @returns {ColouredLine[]}
 */
export function colouredLines() {
  const ink = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  /** @type {Line[]} */
  const lines = /** @type {any} */ (globalThis).linesOfText();
  return lines.map(({ element, ...line }) => {
    const { fontSize, fontWeight, webkitTextFillColor } = getComputedStyle(element);
    const size = Number.parseFloat(fontSize);
    return {
      ...line,
      large: size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700),
      colour: rgba(webkitTextFillColor),
    };
  });

  /** Whatever colour space it is written in. @param {string} colour @returns {[number, number, number, number]} */
  function rgba(colour) {
    if (ink === null) throw new Error('no canvas');
    ink.clearRect(0, 0, 1, 1);
    ink.fillStyle = colour;
    ink.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = ink.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  }
}

/**
 * Keyboards reach what scrolls sideways (2.1.1), and stop at no table that has its room. Safari gives no focus to what only
 * scrolls, so the page has to.
 *
 * @returns {{ rule: string, message: string, where: string }[]}
 */
export function scrollFaults() {
  const shown = [...document.querySelectorAll('body *')].filter((element) => element.checkVisibility());
  return shown.flatMap((element) => {
    const { overflowX, visibility } = getComputedStyle(element);
    const scrolls = ['auto', 'scroll'].includes(overflowX) && element.scrollWidth > element.clientWidth;
    const stops = element.getAttribute('tabindex') === '0' && visibility === 'visible';
    const inside = scrolls && element.querySelector('a[href], button, summary, input') !== null;
    const where = `<${element.tagName.toLowerCase()}> “${element.textContent?.trim().slice(0, 40)}”`;
    if (scrolls && !stops && !inside)
      return [{ rule: 'scroll-unreachable', message: 'scrolls, and has no focus', where }];
    if (stops && !scrolls) return [{ rule: 'needless-stop', message: 'has the focus, and does not scroll', where }];
    return [];
  });
}

/** Soft hyphens in what is read or said: screen readers spell the parts of a word. @returns {{ rule: string, message: string, where: string }[]} */
export function dividedWords() {
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const found = [];
  for (let node = /** @type {Node | null} */ (walker.currentNode); node !== null; node = walker.nextNode()) {
    const texts = node instanceof Element ? [...node.attributes].map(({ value }) => value) : [node.nodeValue ?? ''];
    if (node.parentElement?.closest('style')) continue;
    for (const text of texts.filter((part) => part.includes('\u00AD')))
      found.push({
        rule: 'soft-hyphen',
        message: 'a word is divided in the text itself',
        where: `“${text.slice(0, 40)}”`,
      });
  }
  return found;
}

/**
 * What readers bring along, as bookmarklets for text spacing do: an element and an attribute with styles. True where both count.
 *
 * @param {string} css
 */
export function takesStyles(css) {
  const probe = document.createElement('p');
  document.body.append(probe);
  const before = getComputedStyle(probe).letterSpacing;
  const sheet = document.createElement('style');
  sheet.textContent = css;
  document.head.append(sheet);
  const spaced = getComputedStyle(probe).letterSpacing !== before;
  sheet.remove();
  probe.setAttribute('style', 'letter-spacing: 0.12em');
  const own = getComputedStyle(probe).letterSpacing !== before;
  probe.remove();
  return spaced && own;
}

/** Links within the page to nowhere. @returns {{ rule: string, message: string, where: string }[]} */
export function deadAnchors() {
  return [...document.querySelectorAll('a[href^="#"]')]
    .filter((link) => document.getElementById(decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '')) === null)
    .map((link) => ({ rule: 'dead-anchor', message: link.textContent ?? '', where: link.getAttribute('href') ?? '' }));
}

/** Links to files beside this one. @returns {string[]} addresses */
export function neighbours() {
  return [...document.querySelectorAll('a[href]')]
    .map((link) => /** @type {HTMLAnchorElement} */ (link))
    .filter((link) => link.protocol === 'file:' && !link.getAttribute('href')?.startsWith('#'))
    .map((link) => link.href);
}

/**
 * The element that has the focus, and what a person who looks for it sees. Null when the focus has left the page.
 *
 * @returns {{ name: string, anchor: string | null, shown: boolean, marked: boolean } | null}
 */
export function focused() {
  const element = document.activeElement;
  if (element === null || element === document.body || element === document.documentElement) return null;
  // A link that breaks over two lines has a bounding box whose middle may be empty: its first line is asked.
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
  // A table's region may be higher than the window: what counts is the part in sight (2.4.11: not entirely hidden).
  const [from, to] = [Math.max(box.top, 0), Math.min(box.bottom, window.innerHeight)];
  const top = from > to ? null : document.elementFromPoint((box.left + box.right) / 2, (from + to) / 2);
  const { outlineStyle, boxShadow } = getComputedStyle(element);
  return {
    name: `<${element.tagName.toLowerCase()}> “${element.textContent?.trim()}”`,
    anchor: element.getAttribute('href'),
    shown: top !== null && (element.contains(top) || top.contains(element)),
    marked: outlineStyle !== 'none' || boxShadow !== 'none',
  };
}
