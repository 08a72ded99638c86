/** A picture is made ready once for all that show it, and refused at each place that names it. */
import { expect, it } from 'vitest';
import { Refused, refusal } from '../../src/diagnostics.ts';
import { settling } from '../../src/picture/settled.ts';

const named = (line: number) => ({ name: 'p.png', file: 'p.png', at: { file: 'd.json', line, column: 1 } });
const room = { width: 100, height: 100 };
const bytesOf = (text: string) => new TextEncoder().encode(text);

function counted(size = 1) {
  const asked: string[] = [];
  const read = settling(async (bytes, { at }) => {
    const text = new TextDecoder().decode(bytes);
    asked.push(text);
    if (text === 'bad') throw refusal('picture-damaged', at, 'Damaged.', 'Copy it again.');
    return { format: 'png', width: 1, height: 1, bytes: new Uint8Array(size) };
  });
  return { asked, read };
}

it('is read once for the same bytes, room and part', async () => {
  const { asked, read } = counted();
  const [first, second] = await Promise.all([
    read(bytesOf('one'), named(1), room, null),
    read(bytesOf('one'), named(2), { ...room }, null),
  ]);
  expect(second).toBe(first);
  await read(bytesOf('one'), named(1), { ...room, light: true }, null);
  await read(bytesOf('one'), named(1), { width: 50, height: 100 }, null);
  const crop = { ratio: 1, focus: [0.5, 0.5] } as const;
  await read(bytesOf('one'), named(1), room, crop);
  await read(bytesOf('one'), named(1), room, { ...crop, focus: [0, 0.5] });
  await read(bytesOf('one'), named(1), room, crop);
  expect(asked).toHaveLength(5);
});

it('is refused at each place', async () => {
  const { read } = counted();
  const lines = [3, 4].map((line) =>
    read(bytesOf('bad'), named(line), room, null).catch((error: unknown) =>
      error instanceof Refused ? error.diagnostics.map(({ at }) => at?.line) : [],
    ),
  );
  expect(await Promise.all(lines)).toEqual([[3], [4]]);
});

it('is forgotten when many others were asked for since', async () => {
  const { asked, read } = counted(10e6);
  for (const text of ['a', 'b', 'c', 'd', 'a', 'e', 'a', 'b']) await read(bytesOf(text), named(1), room, null);
  expect(asked).toEqual(['a', 'b', 'c', 'd', 'e', 'b']);
});
