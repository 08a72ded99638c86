/** Which of what was found is told to those who listen: what was not there before. */
import type { StudioFinding } from '../protocol.ts';

type Known = Pick<StudioFinding, 'code' | 'path' | 'message'>;

const exact = ({ code, path, message }: Known): string => `${code} ${path} ${message}`;
/** A finding that counts stays the same one while its number changes, and its place moves on. */
const uncounted = ({ code, message }: Known): string => `${code} ${message.replace(/\d+/g, '#')}`;

/** Those that are new; one that has only another number than one that went is not. */
export function freshFindings<T extends Known>(before: readonly Known[], now: readonly T[]): readonly T[] {
  const [was, is] = [new Set(before.map(exact)), new Set(now.map(exact))];
  const gone = before.filter((each) => !is.has(exact(each)));
  return now.filter((each) => {
    if (was.has(exact(each))) return false;
    const at = gone.findIndex((old) => uncounted(old) === uncounted(each) && old.message !== each.message);
    if (at >= 0) gone.splice(at, 1);
    return at < 0;
  });
}
