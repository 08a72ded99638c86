/** Bytes are compared as bytes: vitest goes through them number by number, which takes seconds for a file. */
import { expect } from 'vitest';

expect.addEqualityTesters([
  (one, other) =>
    one instanceof Uint8Array && other instanceof Uint8Array && one.constructor === other.constructor
      ? Buffer.compare(one, other) === 0
      : undefined,
]);
