/** The document that is open, for all parts of the page. */
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { DocumentStore } from './store.ts';

interface Desk {
  readonly store: DocumentStore;
  /** The text is broken: what the form would write has no place. */
  readonly isReadOnly: boolean;
  /** Opens the part that a path is in and goes to its field; `word` is selected there. */
  readonly goTo: (path: string, word?: string | null) => void;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('no document is open here');
  return desk;
}

/** Draws again whenever the document changes. */
export function useStore(store: DocumentStore | null): void {
  const [, draw] = useState(0);
  useEffect(() => store?.subscribe(() => draw((count) => count + 1)), [store]);
}
