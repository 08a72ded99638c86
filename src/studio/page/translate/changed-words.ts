/** What has changed in a text, word by word. */
import { align } from '../../../diff/sequence.ts';

export interface ChangedPiece {
  readonly text: string;
  readonly kind: 'same' | 'added' | 'removed';
}

const pieces = (text: string): readonly string[] => text.match(/\s+|\S+/g) ?? [];

export function changedWords(before: string, after: string): readonly ChangedPiece[] {
  const [old, now] = [pieces(before), pieces(after)];
  const found: ChangedPiece[] = [];
  const add = (words: readonly string[], kind: ChangedPiece['kind']) => {
    const last = found.at(-1);
    const text = words.join('');
    if (last?.kind === kind) found[found.length - 1] = { text: last.text + text, kind };
    else if (text !== '') found.push({ text, kind });
  };
  let [from, to] = [0, 0];
  for (const [one, other] of [...align(old, now), [old.length, now.length] as const]) {
    add(old.slice(from, one), 'removed');
    add(now.slice(to, other), 'added');
    add(now.slice(other, other + 1), 'same');
    [from, to] = [one + 1, other + 1];
  }
  return found;
}
