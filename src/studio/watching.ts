/** What other programs change in the project while the studio is open. */
import { Folders } from '../work/folders.ts';
import { Watched } from '../work/watched.ts';

/** Calls the listener with the files that changed, relative to the root, until it is closed. */
export async function watchProject(
  root: string,
  changed: (files: readonly string[]) => void,
): Promise<{ readonly close: () => void }> {
  const folders = new Folders(root);
  const watched = new Watched(root, []);
  let isOpen = true;
  await folders.follow(await watched.folders());
  const follow = async (): Promise<void> => {
    while (isOpen) {
      const files = await folders.changes();
      if (!isOpen) return;
      // A new folder, such as that of a kind, is watched from now on.
      await folders.follow(await watched.folders());
      changed(files);
    }
  };
  void follow();
  return {
    close: () => {
      isOpen = false;
      folders.close();
    },
  };
}
