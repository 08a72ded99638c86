/** Runs in a page in large print: what of it is smaller than 18 points, leans, may be divided, or stands beside other text. */
export function largeFaults() {
  const least = 24 - 0.05;
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const name = (/** @type {Element} */ element) =>
    element.tagName.toLowerCase() + (element.className ? `.${element.className}` : '');
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const words = (node.textContent ?? '').trim();
    if (words === '' || element === null || element.closest('script,style,svg,.said') !== null) continue;
    if (element.checkVisibility() === false) continue;
    const style = getComputedStyle(element);
    const quoted = `“${words.slice(0, 40)}”`;
    const where = name(element);
    if (Number.parseFloat(style.fontSize) < least)
      found.push({ rule: 'small', message: `${quoted} has ${style.fontSize}`, where });
    if (style.fontStyle !== 'normal') found.push({ rule: 'leaning', message: `${quoted} leans`, where });
    if (style.hyphens === 'auto') found.push({ rule: 'divided', message: `${quoted} may be divided`, where });
    if (words.includes('\u00AD')) found.push({ rule: 'divided', message: `${quoted} has a soft hyphen`, where });
    if (style.textTransform === 'uppercase') found.push({ rule: 'capitals', message: quoted, where });
  }
  // Running text that stands beside other running text.
  const blocks = [...document.querySelectorAll('p,li,h1,h2,h3,h4,dt,dd')].filter(
    (element) =>
      element.closest('table,nav,.bar,.emblems') === null &&
      element.checkVisibility() &&
      element.textContent.trim().length > 25,
  );
  const boxes = blocks.map((element) => ({ element, box: element.getBoundingClientRect() }));
  for (const [index, { element, box }] of boxes.entries())
    for (const { element: other, box: beside } of boxes.slice(index + 1)) {
      const overlap = Math.min(box.bottom, beside.bottom) - Math.max(box.top, beside.top);
      const apart = beside.left >= box.right - 1 || beside.right <= box.left + 1;
      if (overlap > 8 && apart)
        found.push({
          rule: 'columns',
          message: `“${element.textContent.trim().slice(0, 30)}” has other text beside it`,
          where: name(other),
        });
    }
  return found;
}
