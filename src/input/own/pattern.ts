/**
 * How long a pattern of somebody else's may take. A backtracking matcher tries at most as many ways as the choices of a pattern
 * multiply to, so a pattern is taken if that product is small for the longest text that it will see.
 */

/** UTF-16 units; what a pattern describes is a number or a code, and no prose. */
export const longestMatched = 120;

const mostSteps = 2e7;

/** Why a pattern is refused, in words that follow "The pattern"; null if it is taken. */
export function faultOfPattern(pattern: string): string | null {
  if (pattern.length > 500) return 'has more than 500 characters';
  try {
    new RegExp(pattern, 'u');
  } catch {
    return 'is not a regular expression (ECMA-262, with the flag u)';
  }
  const cost = new Cost(pattern).whole() * (pattern.startsWith('^') ? 1 : longestMatched);
  return cost <= mostSteps ? null : 'could take very long: what repeats must not repeat in itself or many times over';
}

/** The number of ways in which a pattern may match, at most; the pattern is one that JavaScript takes. */
class Cost {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): number {
    let ways = 0;
    do ways += this.#sequence();
    while (this.#eat('|'));
    return ways;
  }

  #eat(sign: string): boolean {
    if (this.#text[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  #sequence(): number {
    let ways = 1;
    while (this.#at < this.#text.length && !'|)'.includes(this.#text[this.#at] ?? ''))
      ways = Math.min(ways * this.#repeated(this.#atom()), Number.MAX_SAFE_INTEGER);
    return ways;
  }

  /** The ways of one piece without what repeats it. */
  #atom(): number {
    if (this.#eat('(')) {
      const special = /^\?(?:[:=!]|<[=!]|<[^>]*>)/.exec(this.#text.slice(this.#at));
      this.#at += special?.[0].length ?? 0;
      const ways = this.whole();
      this.#eat(')');
      return ways;
    }
    if (this.#eat('[')) this.#at += /^(?:\\.|[^\]\\])*\]/s.exec(this.#text.slice(this.#at))?.[0].length ?? 0;
    else if (this.#eat('\\'))
      this.#at += /^(?:[pPu]\{[^}]*\}|k<[^>]*>|.)/s.exec(this.#text.slice(this.#at))?.[0].length ?? 1;
    else this.#at += 1;
    return 1;
  }

  #repeated(ways: number): number {
    const [found, one, least, comma, most = ''] =
      /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/.exec(this.#text.slice(this.#at)) ?? [];
    if (found === undefined) return ways;
    this.#at += found.length;
    const from = one === undefined ? Number(least) : one === '+' ? 1 : 0;
    const open = one === '*' || one === '+' || (comma === ',' && most === '');
    const to = Math.min(
      open ? longestMatched : one === '?' ? 1 : one === undefined && comma === undefined ? from : Number(most),
      longestMatched,
    );
    return Math.min((to - Math.min(from, to) + 1) * ways ** to, Number.MAX_SAFE_INTEGER);
  }
}
