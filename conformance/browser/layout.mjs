/** Runs inside a page: each function is sent there as text, so each stands alone. */

/**
 * What is wrong with how the text lies: out of the window, cut off by a box, or over other text.
 *
 * @returns {{ rule: string, message: string, where: string }[]}
 */
export function layoutFaults() {
  /** @typedef {{ text: string, element: Element, left: number, right: number, top: number, bottom: number }} Line */
  const room = document.documentElement.clientWidth;
  const lines = visibleLines();
  const overflow = Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - window.innerWidth;
  return [
    ...(overflow > 0
      ? [{ rule: 'sideways-scroll', message: `${overflow} px wider than the window`, where: 'html' }]
      : []),
    ...lines.filter((line) => line.left < -1 || line.right > room + 1).map((line) => fault('out-of-window', line)),
    ...lines.filter(isCut).map((line) => fault('clipped-text', line)),
    ...overlaps(lines).map(([one, other]) => fault('overlapping-text', one, ` lies over “${other.text}”`)),
  ];

  /** @returns {Line[]} in page coordinates, without what is only there for screen readers */
  function visibleLines() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      if (element === null || node.nodeValue?.trim() === '' || element.closest('svg, script, style')) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || isForReaders(element))
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        const up = window.scrollY;
        if (right - left < 1 || bottom + up <= 0) continue;
        found.push({ text: node.nodeValue?.trim() ?? '', element, left, right, top: top + up, bottom: bottom + up });
      }
    }
    return found;
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
  const top = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
  const { outlineStyle, boxShadow } = getComputedStyle(element);
  return {
    name: `<${element.tagName.toLowerCase()}> “${element.textContent?.trim()}”`,
    anchor: element.getAttribute('href'),
    shown: top !== null && (element.contains(top) || top.contains(element)),
    marked: outlineStyle !== 'none' || boxShadow !== 'none',
  };
}
