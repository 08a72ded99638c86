/**
 * Stress is written in stars where all programs read them as stress, and as an element elsewhere. Whether they do depends on the
 * signs on both sides (CommonMark 6.2), so it is settled when all else of a text is written.
 */

/** Noncharacters stand for the ends of stress until then; no text has them. */
export const ends = {
  strong: { open: '\uFDD0', close: '\uFDD1', stars: '**', element: 'strong' },
  emphasis: { open: '\uFDD2', close: '\uFDD3', stars: '*', element: 'em' },
} as const;

export const withoutEnds = (text: string): string => text.replace(/[\uFDD0-\uFDD3]/g, '');

export function settleStress(text: string): string {
  if (withoutEnds(text) === text) return text;
  const signs = [...text];
  const written = [...signs];
  const open: number[] = [];
  for (const [at, sign] of signs.entries()) {
    const end = Object.values(ends).find((each) => each.open === sign || each.close === sign);
    if (end === undefined) continue;
    if (end.open === sign) open.push(at);
    else {
      const from = open.pop() ?? at;
      const isSure = open.length === 0 && areStars(signs, written, from, at);
      written[from] = isSure ? end.stars : `<${end.element}>`;
      written[at] = isSure ? end.stars : `</${end.element}>`;
    }
  }
  return written.join('');
}

/** Whether stars in these places are read as the ends of stress: stress in stress, or right behind stars, is an element. */
function areStars(signs: readonly string[], written: readonly string[], from: number, to: number): boolean {
  const isBehindStars = signs[from - 1] !== written[from - 1] && written[from - 1]?.endsWith('*') === true;
  const before = written[from - 1]?.slice(-1) ?? ' ';
  const first = [...(written[from + 1] ?? ' ')][0] ?? ' ';
  const last = written[to - 1]?.slice(-1) ?? ' ';
  const after = isEnd(signs[to + 1]) ? '<' : (signs[to + 1] ?? ' ');
  return !isBehindStars && flanks(first, before) && flanks(last, after);
}

const isEnd = (sign: string | undefined): boolean => sign !== undefined && /[\uFDD0-\uFDD3]/.test(sign);

/** Before CommonMark 0.31 symbols beyond ASCII were no punctuation; here both readings have to agree. */
function flanks(inner: string, outer: string): boolean {
  return !/\s/.test(inner) && (!/[\p{P}\p{S}]/u.test(inner) || /[\s\p{P}$+<=>^`|~]/u.test(outer));
}
