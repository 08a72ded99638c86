/** Things one after the other in a sentence, the last behind a conjunction: `a, b and c`. What is `false` is left out. */
export function enumeration(things: readonly (string | false)[], conjunction: string): string {
  const named = things.filter((thing) => thing !== false);
  const [last = ''] = named.slice(-1);
  return named.length < 2 ? last : `${named.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}
