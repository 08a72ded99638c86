import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { Folders } from '../../src/work/folders.ts';

const watchers = () => process.getActiveResourcesInfo().filter((name) => name === 'FSEventWrap').length;

it('opens no watcher after it is closed, which would keep the process alive', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'etrati-folders-'));
  await Promise.all(['a', 'b', 'c'].map((name) => mkdir(path.join(root, name))));
  const before = watchers();
  const folders = new Folders(root);
  const following = folders.follow(['a', 'b', 'c']);
  folders.close();
  await following;
  expect(watchers()).toBe(before);
  await rm(root, { recursive: true });
});
