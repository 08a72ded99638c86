/** Work on a stream, several at a time, with what comes of it in the order of the stream. */

/**
 * Takes no more from the source than are worked on at a time, and none before somebody asks for what comes of it. Ends the source
 * where nobody asks any more.
 *
 * @param most how many are worked on, or wait to be asked for
 */
export async function* inOrder<T, R>(
  source: AsyncIterable<T> | Iterable<T>,
  most: number,
  work: (item: T, index: number) => Promise<R>,
): AsyncGenerator<R> {
  const items = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  const begun: Promise<R>[] = [];
  const settled = new Set<Promise<R>>();
  let taking: Promise<void> | null = null;
  let [index, isEnded] = [0, false];
  let failure: { readonly reason: unknown } | null = null;
  const begin = (item: T): void => {
    const result = work(item, index);
    index += 1;
    begun.push(result);
    const settle = () => void settled.add(result);
    result.then(settle, settle);
  };
  const take = async (): Promise<void> => {
    try {
      const next = await items.next();
      if (next.done === true) isEnded = true;
      else begin(next.value);
    } catch (reason) {
      // Told when all that came before it has been.
      failure = { reason };
      isEnded = true;
    }
    taking = null;
  };
  try {
    for (;;) {
      if (taking === null && !isEnded && begun.length < most) taking = take();
      const [first] = begun;
      if (first !== undefined && settled.delete(first)) {
        begun.shift();
        yield await first;
      } else if (first !== undefined)
        await Promise.race([first.catch(() => undefined), ...(taking === null ? [] : [taking])]);
      else if (taking !== null) await taking;
      else if (failure !== null) throw (failure as { readonly reason: unknown }).reason;
      else if (isEnded) return;
    }
  } finally {
    await items.return?.();
  }
}
