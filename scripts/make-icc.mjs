/**
 * Makes icc/fogra39.icc from the measurements of FOGRA39L: `node scripts/make-icc.mjs`, with Debian's packages `argyll`
 * (colprof), `argyll-ref` (sRGB) and `icc-profiles-free` (the measurements). The same versions give the same bytes. It takes
 * some minutes.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const measurements = process.argv[2] ?? '/usr/share/color/icc/FOGRA39L.ti3';
const srgb = '/usr/share/color/argyll/ref/sRGB.icm';
const target = fileURLToPath(new URL('../icc/fogra39.icc', import.meta.url));

const options = [
  ...['-A', 'Etrati', '-M', 'FOGRA39L', '-D', 'Coated FOGRA39L (Etrati)'],
  ...['-C', 'Made from FOGRA39L.ti3 by Kai-Uwe Behrmann, zlib licence'],
  // Without the measurements, which would be more than a third of the file.
  ...['-qm', '-nc'],
  // ISO 12647-2 papers with FOGRA39 take 300 % of ink; black goes the full way.
  ...['-l', '300', '-L', '100', '-kr'],
  // Photographs come as sRGB from a screen and go to a print on a desk.
  ...['-S', srgb, '-cmt', '-dpp'],
];

const work = mkdtempSync(join(tmpdir(), 'etrati-icc-'));
try {
  copyFileSync(measurements, join(work, 'fogra39.ti3'));
  execFileSync('colprof', [...options, '-O', 'fogra39.icc', 'fogra39'], { cwd: work, stdio: 'inherit' });
  const profile = readFileSync(join(work, 'fogra39.icc'));
  // The time of making (ICC.1:2001-04, 6.1.5) is that of the measurements: the bytes tell no day.
  for (const [index, part] of [2006, 12, 1, 0, 0, 0].entries()) profile.writeUInt16BE(part, 24 + 2 * index);
  writeFileSync(target, profile);
} finally {
  rmSync(work, { recursive: true, force: true });
}
