import { symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { Refused } from '../../src/diagnostics.ts';
import { fogra39, openProfile } from '../../src/picture/open-profile.ts';
import { profileName, readProfile } from '../../src/picture/profile.ts';
import { openWorld, packageRoot, type World } from '../../src/world.ts';
import { Folder, runs } from '../property/folder.ts';
import { changed, dataOf, entryOf, good, multilingual, renamed, srgb } from './made-profiles.ts';

/** The profile's name; or code and message of the finding, which must have a hint and a clause. */
function said(bytes: Uint8Array): string {
  try {
    return readProfile(bytes, { name: 'x.icc', at: null });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const [finding] = error.diagnostics;
    expect(error.diagnostics).toHaveLength(1);
    expect(finding?.hints.length).toBeGreaterThan(0);
    expect(finding?.clause).toMatch(/^ICC\.1:2022, \d/);
    return `${finding?.code}: ${finding?.message}`;
  }
}

describe('a profile of a press', () => {
  it('is known by its name, in version 2 and 4', () => {
    expect(said(good)).toBe(fogra39().name);
    expect(said(renamed('Shop 1'))).toBe('Shop 1');
    expect(said(multilingual({ de: 'Bogenoffset', en: 'Sheet-fed, coated' }))).toBe('Sheet-fed, coated');
    expect(said(multilingual({ ka: 'ოფსეტი' }))).toBe('ოფსეტი');
    expect(profileName(srgb)).toBe('sRGB2014');
  });

  it('may have no name', () => {
    expect(said(changed(good, entryOf(good, 'desc'), 'xxxx'))).toBe('');
    expect(said(changed(good, dataOf(good, 'desc'), 'zzzz'))).toBe('');
    expect(said(multilingual({}))).toBe('');
  });
});

test.each([
  ['empty', new Uint8Array(), 'profile-damaged', 'it is empty'],
  ['a picture', Buffer.from('\x89PNG\r\n\x1a\n'.padEnd(400)), 'profile-damaged', 'does not have the mark'],
  ['cut off', good.subarray(0, 3000), 'profile-damaged', `says that it has ${good.length} bytes, and has 3000`],
  ['cut in its header', good.subarray(0, 100), 'profile-damaged', 'and has 100'],
  ['of a monitor', srgb, 'profile-kind', 'it describes a monitor, in RGB'],
  ['of a camera', changed(good, 12, 'scnr'), 'profile-kind', 'a scanner or camera, in CMYK'],
  ['of a grey printer', changed(good, 16, 'GRAY'), 'profile-kind', 'a press or printer, in grey'],
  ['of six inks', changed(good, 16, '6CLR'), 'profile-kind', 'a press or printer, in 6CLR'],
  ['of noise', changed(good, 12, [0, 1, 2, 3, 4, 5, 6, 7]), 'profile-kind', 'something unknown, in an unknown space'],
  ['of iccMAX', changed(good, 8, [5]), 'profile-kind', 'version 5, not 2 or 4'],
  ['that connects by Luv', changed(good, 20, 'Luv '), 'profile-kind', 'it connects by Luv'],
  ['with no tags', changed(good, 128, [0, 0, 0, 0]), 'profile-damaged', 'says that it has 0 of them'],
  ['with too many tags', changed(good, 128, [255, 255, 255, 255]), 'profile-damaged', 'has 4294967295 of them'],
  [
    'with a tag outside',
    changed(good, entryOf(good, 'B2A1') + 4, [255, 0, 0, 0]),
    'profile-damaged',
    'B2A1, is outside',
  ],
  [
    'with a tag in the table',
    changed(good, entryOf(good, 'B2A1') + 4, [0, 0, 0, 130]),
    'profile-damaged',
    'is outside',
  ],
  ['without the way to ink', changed(good, entryOf(good, 'B2A0'), 'xxxx'), 'profile-damaged', 'lacks the table B2A0'],
  ['without the way to light', changed(good, entryOf(good, 'A2B0'), 'xxxx'), 'profile-damaged', 'lacks the table A2B0'],
  ['with a table of three', changed(good, dataOf(good, 'B2A0') + 9, [3]), 'profile-damaged', 'from 3 channels to 4'],
  ['with text for a table', changed(good, dataOf(good, 'A2B0'), 'text'), 'profile-damaged', 'from 4 channels to 3'],
])('one %s is refused', (_, bytes, code, reason) => {
  expect(said(new Uint8Array(bytes))).toMatch(new RegExp(`^${code}: "x.icc" is not `));
  expect(said(new Uint8Array(bytes))).toContain(reason);
});

describe('whatever the bytes are, the reader answers with a name or a finding', () => {
  test('noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        expect(said(bytes)).toMatch(/^profile-/);
      }),
      runs(300),
    );
  });

  test('noise that says it is a profile', () => {
    const header = (bytes: Uint8Array): Uint8Array => {
      const whole = Buffer.concat([good.subarray(0, 128), bytes]);
      whole.writeUInt32BE(whole.length, 0);
      return new Uint8Array(whole);
    };
    const tags = fc.array(fc.tuple(fc.constantFrom('A2B0', 'B2A0', 'desc', 'wtpt'), fc.nat(700), fc.nat(700)), {
      maxLength: 6,
    });
    const table = fc.tuple(tags, fc.uint8Array({ maxLength: 600 })).map(([entries, rest]) => {
      const count = Buffer.alloc(4);
      count.writeUInt32BE(entries.length);
      const rows = entries.map(([name, from, size]) => {
        const row = Buffer.alloc(12);
        row.write(name);
        row.writeUInt32BE(from, 4);
        row.writeUInt32BE(size, 8);
        return row;
      });
      return Buffer.concat([count, ...rows, rest]);
    });
    const body = fc.oneof(fc.uint8Array({ maxLength: 600 }), table);
    fc.assert(
      fc.property(body, (bytes) => typeof said(header(bytes)) === 'string'),
      runs(300),
    );
  });

  test('a good one with bytes changed', () => {
    const start = dataOf(good, 'A2B0') + 64;
    const change = fc.tuple(fc.nat(start), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const bytes = changes.reduce((whole, [at, value]) => changed(whole, at, [value]), good);
        return typeof said(bytes) === 'string';
      }),
      runs(200),
    );
  });
});

describe('the file of a profile', () => {
  let folder: Folder;
  let world: World;
  beforeAll(async () => {
    folder = await Folder.make();
    world = await openWorld(folder.root);
  });
  afterAll(() => folder.remove());

  const codeOf = (opened: Promise<unknown>): Promise<unknown> =>
    opened.then(
      () => 'opened',
      (error) => (error instanceof Refused ? error.diagnostics.map(({ code }) => code).join() : error),
    );

  it('is opened with its name and its path', async () => {
    await folder.write('icc/shop.icc', renamed('Shop'));
    const profile = await openProfile('icc/shop.icc', world);
    expect([profile.name, profile.file]).toEqual(['Shop', path.join(world.root, 'icc/shop.icc')]);
  });

  it('is of the project, and sound', async () => {
    await writeFile(path.join(folder.root, 'large.icc'), Buffer.alloc(17 * 2 ** 20));
    await symlink('/etc/hostname', path.join(folder.root, 'link.icc'));
    expect(await codeOf(openProfile('none.icc', world))).toBe('file-missing');
    expect(await codeOf(openProfile('../none.icc', world))).toBe('file-outside');
    expect(await codeOf(openProfile('/etc/hostname', world))).toBe('file-outside');
    expect(await codeOf(openProfile('link.icc', world))).toBe('file-outside');
    expect(await codeOf(openProfile('large.icc', world))).toBe('file-too-large');
    expect(await codeOf(openProfile('icc', world))).toBe('not-a-file');
    expect(await codeOf(openProfile('plain.png', world))).toBe('profile-damaged');
  });

  it('is tried out: tables that no colour goes through are found before anything is drawn', async () => {
    // The grid of the table says 0 points a side; the header and the table of tags are right.
    await folder.write('dead.icc', changed(renamed('Dead'), dataOf(good, 'B2A0') + 10, [0]));
    expect(said(folder.bytes('dead.icc'))).toBe('Dead');
    expect(await codeOf(openProfile('dead.icc', world))).toBe('profile-damaged');
  });

  it('may be ours where a theme names it', async () => {
    expect(await codeOf(openProfile('icc/fogra39.icc', world))).toBe('file-missing');
    const profile = await openProfile('icc/fogra39.icc', world, { ours: true });
    expect(profile.file).toBe(path.join(packageRoot, 'icc/fogra39.icc'));
  });
});
