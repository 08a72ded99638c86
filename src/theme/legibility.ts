/** Whether all that a theme paints can be seen: each colour on each of its grounds, light and dark. */
import { pathText } from '../json/path.ts';
import { contrast } from './contrast.ts';
import type { ThemeReading } from './findings.ts';
import { type ColorPair, type PairKind, pairsOf, type ThemeLooks } from './pairs.ts';
import { nearestShade } from './shade.ts';
import { type ColorName, type Colors, colorOf, type StyleName } from './theme.ts';

type Mode = 'light' | 'dark';

/** A pair with the values that a mode gives it. */
interface PaintedWords extends ColorPair {
  readonly frontMode: Mode;
  readonly groundMode: Mode;
}

const clauses: Readonly<Record<PairKind, string>> = { text: 'WCAG 2.2, 1.4.3', graphics: 'WCAG 2.2, 1.4.11' };

/**
 * Reports `low-contrast`, once for each colour and ground that are too near each other, at the colour's place in the file
 * and with the nearest shade that would do.
 */
export async function checkContrast(
  theme: ThemeLooks & { readonly colors: Colors },
  reading: ThemeReading,
): Promise<void> {
  const { colors } = theme;
  const painted = pairsOf(theme).flatMap(modesOf);
  const low = new Map<string, PaintedWords[]>();
  for (const pair of painted) {
    if (ratioOf(pair, colors) >= pair.needs) continue;
    const key = [pair.front, pair.frontMode, pair.ground, pair.groundMode].join(' ');
    low.set(key, [...(low.get(key) ?? []), pair]);
  }
  for (const pairs of low.values()) await tell(pairs, painted, colors, reading);
}

/** Paper stays white; a screen may be dark, and then all but what is fixed changes with it. */
function modesOf(pair: ColorPair): readonly PaintedWords[] {
  const light: PaintedWords = { ...pair, frontMode: 'light', groundMode: 'light' };
  if (pair.medium === 'page') return [light];
  return [light, { ...pair, frontMode: pair.fixed ? 'light' : 'dark', groundMode: 'dark' }];
}

function hexOf(name: ColorName, mode: Mode, colors: Colors): string {
  return colorOf({ colors }, name)[mode];
}

function ratioOf({ front, frontMode, ground, groundMode }: PaintedWords, colors: Colors): number {
  return contrast(hexOf(front, frontMode, colors), hexOf(ground, groundMode, colors));
}

/** One finding for all uses of a colour on a ground. */
async function tell(
  pairs: readonly PaintedWords[],
  all: readonly PaintedWords[],
  colors: Colors,
  reading: ThemeReading,
) {
  const strictest = pairs.reduce((most, pair) => (pair.needs > most.needs ? pair : most));
  const { front, frontMode, ground, groundMode, needs } = strictest;
  const [own, behind] = [hexOf(front, frontMode, colors), hexOf(ground, groundMode, colors)];
  // Cut, not rounded: 4.499 must not read as the 4.50 that it lacks.
  const ratio = (Math.floor(ratioOf(strictest, colors) * 100) / 100).toFixed(2);
  const uses = [...new Set(pairs.map(({ use }) => use))].join(', ');
  const where = groundMode === 'dark' ? ' on dark screens' : '';
  const style = pairs.find((pair) => pair.style !== null)?.style ?? null;
  const [at, ...related] = spotsOf(
    [
      { path: pathOf(front, frontMode), message: `The colour "${front}" is here.` },
      { path: pathOf(ground, groundMode), message: `The ground "${ground}" is here.` },
      ...(style === null ? [] : [{ path: stylePath(style), message: `The style "${style}" uses "${front}" here.` }]),
    ],
    reading,
  );
  reading.report.error(
    'low-contrast',
    at?.at ?? null,
    `"${front}" ${own} on "${ground}" ${behind}${where} has a contrast of ${ratio} : 1; ${needs} : 1 is needed for ${uses}.`,
    { clause: clauses[strictest.kind], hints: await advice(strictest, all, colors), related },
  );
}

function pathOf(name: ColorName, mode: Mode): readonly string[] {
  return ['color', name, ...(mode === 'light' ? ['$value'] : ['$extensions', 'etrati', 'dark'])];
}

function stylePath(style: StyleName): readonly string[] {
  return ['type', style, '$extensions', 'etrati', 'color'];
}

/** The places of those that the file says itself: a theme that extends another is at fault where it differs. */
function spotsOf(
  spots: readonly { readonly path: readonly string[]; readonly message: string }[],
  { json }: ThemeReading,
) {
  const placed = spots.map(({ path, message }) => ({ at: json.placeOf(pathText(path)), message, path }));
  const own = placed.filter(({ at, path }) => {
    const around = json.placeOf(pathText(path.slice(0, -1)));
    return at.line !== around.line || at.column !== around.column;
  });
  return (own.length > 0 ? own : placed.slice(0, 1)).map(({ at, message }) => ({ at, message }));
}

/** The nearest shade of the colour that passes wherever the colour stands, and of a ground that is itself the misfit. */
async function advice(pair: PaintedWords, all: readonly PaintedWords[], colors: Colors): Promise<readonly string[]> {
  const { front, frontMode, ground, groundMode } = pair;
  const onIt = all.filter((other) => other.ground === ground && other.groundMode === groundMode);
  const ofIt = all.filter((other) => other.front === front && other.frontMode === frontMode);
  const shade = await nearestShade(hexOf(front, frontMode, colors), (own) =>
    ofIt.every((other) => contrast(own, hexOf(other.ground, other.groundMode, colors)) >= other.needs),
  );
  const hint =
    shade === null
      ? `No shade of "${front}" passes on all its grounds: ${list(ofIt.map((other) => other.ground))}.`
      : `The nearest shade of it that passes is "${shade}".`;
  const failing = new Set(onIt.filter((other) => ratioOf(other, colors) < other.needs).map((other) => other.front));
  if (shade !== null && failing.size === 1) return [hint];
  const other = await nearestShade(hexOf(ground, groundMode, colors), (behind) =>
    onIt.every((each) => contrast(hexOf(each.front, each.frontMode, colors), behind) >= each.needs),
  );
  return other === null ? [hint] : [hint, `Or change the ground: the nearest shade of "${ground}" is "${other}".`];
}

function list(names: readonly string[]): string {
  return [...new Set(names)].map((name) => `"${name}"`).join(', ');
}
