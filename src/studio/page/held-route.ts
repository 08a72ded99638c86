/** The way out of a document: open only once all is saved that was written in it. */
import { useEffect, useRef } from 'preact/hooks';
import { alarm } from './announce.ts';
import { useStore } from './desk.tsx';
import { addressOf, type Route, useRoute } from './route.ts';
import { useWords } from './speech.ts';
import type { DocumentStore } from './store.ts';

/** Where the person is; who leaves a document that cannot be saved stays in it, and hears so. */
export function useHeldRoute(store: DocumentStore | null): Route {
  const asked = useRoute();
  const { say } = useWords();
  const last = useRef(asked);
  const isHeld = leavesUnsaved(store, asked, last.current);
  useStore(isHeld ? store : null);
  if (!isHeld) last.current = asked;
  const stays = last.current;
  useEffect(() => {
    if (!isHeld || store === null) return;
    void store.save().then(() => {
      if (store.saveState === 'saved') return;
      location.replace(addressOf(stays));
      alarm(say('notLeft'));
    });
  }, [isHeld, store]);
  return stays;
}

function leavesUnsaved(store: DocumentStore | null, asked: Route, last: Route): boolean {
  if (store === null || store.saveState === 'saved' || last.view === 'start' || last.file !== store.file) return false;
  return asked.view === 'start' || asked.file !== store.file;
}
