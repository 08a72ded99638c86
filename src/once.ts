/** What is made once, when it is first asked for. */
import { startupSnapshot } from 'node:v8';

/**
 * For what takes time to make and belongs to the process, as `Intl` objects do: a start-up snapshot of V8 cannot hold them, so
 * while one is built they are made anew each time.
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    if (startupSnapshot.isBuildingSnapshot()) return make();
    made ??= { value: make() };
    return made.value;
  };
}
