/** What changes the text at once, and is said to those who listen: a step back or on, a certain mend. */
import type { CertainFix } from '../protocol.ts';
import { announce } from './announce.ts';
import type { DocumentStore } from './store.ts';
import type { Say } from './words.ts';

const news = { undo: ['undone', 'nothingToUndo'], redo: ['redone', 'nothingToRedo'] } as const;

/** Gives where it was; null where there was none to take. */
export function takeStep(store: DocumentStore, which: keyof typeof news, say: Say): string | null {
  const path = which === 'undo' ? store.undo() : store.redo();
  announce(say(news[which][path === null ? 1 : 0]));
  return path;
}

/** Writes certain mends; how many findings are left is known for certain once the text is checked again. */
export function writeMends(store: DocumentStore, fixes: readonly CertainFix[], say: Say): void {
  const count = store.mend(fixes);
  announce(say('fixed', { n: store.findings.length - count }));
}
