/** Threads take no more memory than their container gives. */
import { expect, it } from 'vitest';
import { roomFor, warningOf } from '../src/thread-room.ts';

it.each([
  // Cores, megabytes of the container, asked for; threads, megabytes of each.
  [2, null, {}, 2, 1024],
  [16, null, { jobs: 4, memory: 300 }, 4, 300],
  [2, 4096, {}, 2, 1024],
  [16, 4096, {}, 7, 420],
  [16, 4096, { memory: 1024 }, 3, 1024],
  [2, 4096, { jobs: 6 }, 6, 512],
  [4, 1024, {}, 1, 640],
  [4, 2048, {}, 3, 469],
  [64, 65_536, {}, 64, 892],
])('%d cores in %s MB, asked for %j: %d of %d MB', (cores, limit, asked, jobs, memory) => {
  const room = roomFor(asked, { cores, limit });
  expect(room).toEqual({ jobs, memory, isTooSmall: false });
  expect(warningOf(room)).toBeNull();
  if (limit !== null) expect(jobs * (memory + 128) + 256).toBeLessThanOrEqual(limit);
});

it('tells where what was asked for is more than there is', () => {
  const room = roomFor({ jobs: 8, memory: 1024 }, { cores: 2, limit: 4096 });
  expect(warningOf(room)).toContain('8 threads of 1024 MB may need more memory than this container gives');
  expect(warningOf(roomFor({}, { cores: 2, limit: 256 }))).toContain('One thread of 128 MB');
});

it('is that of the control group', () => {
  const { constrainedMemory } = process;
  try {
    process.constrainedMemory = () => 1024 * 2 ** 20;
    expect(roomFor()).toMatchObject({ jobs: 1, memory: 640 });
    // As Node.js says where there is no bound.
    process.constrainedMemory = () => 2 ** 64;
    expect(roomFor().memory).toBe(1024);
    process.constrainedMemory = () => 0;
    expect(roomFor().memory).toBe(1024);
  } finally {
    process.constrainedMemory = constrainedMemory;
  }
});
