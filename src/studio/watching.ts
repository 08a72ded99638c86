/** What other programs change in the project while the studio is open. */
import { Folders } from '../work/folders.ts';
import { Watched } from '../work/watched.ts';

export interface Watching {
  /** Notes what a document was made from: it is watched as well, in whatever folder it is. */
  built(file: string, sources: readonly string[]): void;
  close(): void;
}

/** Calls the listener with the files that changed, relative to the root, until it is closed. */
export async function watchProject(root: string, changed: (files: readonly string[]) => void): Promise<Watching> {
  const folders = new Folders(root);
  const watched = new Watched(root, []);
  let isOpen = true;
  // One after the other: two at once would watch a new folder twice.
  let turn: Promise<void> = Promise.resolve();
  const follow = (): Promise<void> => {
    const next = turn.then(async () => {
      if (isOpen) await folders.follow(await watched.folders());
    });
    turn = next.catch(() => undefined);
    return next;
  };
  await follow();
  // What cannot be watched later on is tried again at the next change: the studio goes on.
  const followLater = () => follow().catch(() => undefined);
  const listen = async (): Promise<void> => {
    while (isOpen) {
      const files = await folders.changes();
      if (!isOpen) return;
      // A new folder, such as that of a kind, is watched from now on.
      await followLater();
      changed(files);
    }
  };
  void listen();
  return {
    built: (file, sources) => {
      watched.built(file, sources);
      void followLater();
    },
    close: () => {
      isOpen = false;
      folders.close();
    },
  };
}
