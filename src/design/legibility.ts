/** Whether all that a theme has drawn can be seen: each colour on each of its grounds, light and dark. */
import type { Place } from '../diagnostics.ts';
import { pathText } from '../json/path.ts';
import { contrast } from '../theme/contrast.ts';
import type { ThemeReading } from '../theme/findings.ts';
import { nearestShade } from '../theme/shade.ts';
import { type ColorName, type Colors, colorOf } from '../theme/theme.ts';
import type { Drawn } from './kind.ts';
import { type Stand, type StandKind, standsOf } from './stands.ts';
import { type Naming, tracer } from './whence.ts';

type Mode = 'light' | 'dark';
type Painted = Drawn & { readonly colors: Colors };

/** A stand with the values that a mode gives it. */
interface StandInMode extends Stand {
  readonly frontMode: Mode;
  readonly groundMode: Mode;
}

const clauses: Readonly<Record<StandKind, string>> = { text: 'WCAG 2.2, 1.4.3', graphics: 'WCAG 2.2, 1.4.11' };

/**
 * Reports `low-contrast`, once for each colour and ground that are too near each other, with the looks and roles that name them
 * and the nearest shade that would do: where the file chooses the colour for that, or where it gives the colour its value.
 */
export async function checkContrast(theme: Painted, reading: ThemeReading): Promise<void> {
  const { colors } = theme;
  const all = standsOf(theme).flatMap(modesOf);
  const low = new Map<string, StandInMode[]>();
  for (const stand of all) {
    if (ratioOf(stand, colors) >= stand.needs) continue;
    const key = [stand.front, stand.frontMode, stand.ground, stand.groundMode].join(' ');
    low.set(key, [...(low.get(key) ?? []), stand]);
  }
  const trace = tracer(theme);
  for (const stands of low.values()) await tell(stands, { all, trace, colors, reading });
}

/** Paper stays white; a screen may be dark, and then all but what is fixed changes with it. */
function modesOf(stand: Stand): readonly StandInMode[] {
  const light: StandInMode = { ...stand, frontMode: 'light', groundMode: 'light' };
  if (stand.medium === 'page') return [light];
  return [light, { ...stand, frontMode: stand.fixed ? 'light' : 'dark', groundMode: 'dark' }];
}

function hexOf(name: ColorName, mode: Mode, colors: Colors): string {
  return colorOf({ colors }, name)[mode];
}

function ratioOf({ front, frontMode, ground, groundMode }: StandInMode, colors: Colors): number {
  return contrast(hexOf(front, frontMode, colors), hexOf(ground, groundMode, colors));
}

interface Telling {
  readonly all: readonly StandInMode[];
  readonly trace: ReturnType<typeof tracer>;
  readonly colors: Colors;
  readonly reading: ThemeReading;
}

/** One finding for all uses of a colour on a ground. */
async function tell(stands: readonly StandInMode[], { all, trace, colors, reading }: Telling): Promise<void> {
  const strictest = stands.reduce((most, stand) => (stand.needs > most.needs ? stand : most));
  const { front, frontMode, ground, groundMode, needs } = strictest;
  const [own, behind] = [hexOf(front, frontMode, colors), hexOf(ground, groundMode, colors)];
  // Cut, not rounded: 4.499 must not read as the 4.50 that it lacks.
  const ratio = (Math.floor(ratioOf(strictest, colors) * 100) / 100).toFixed(2);
  const uses = unique(stands.map(({ use }) => use)).join(', ');
  const where = groundMode === 'dark' ? ' on dark screens' : '';
  const sources = { fronts: trace(stands, 'front'), grounds: trace(stands, 'ground') };
  const [at, ...related] = placesOf(strictest, sources, reading);
  const fault = `"${front}" ${own} on "${ground}" ${behind}${where} has a contrast of ${ratio} : 1; ${needs} : 1 is needed for ${uses}.`;
  const names = `The colour is named by ${named(sources.fronts, reading)}, its ground by ${named(sources.grounds, reading)}.`;
  reading.report.error('low-contrast', at?.at ?? null, `${fault} ${names}`, {
    clause: clauses[strictest.kind],
    hints: await advice(strictest, all, colors),
    related,
  });
}

interface NamingPlace {
  readonly at: Place;
  readonly message: string;
}

interface Sources {
  readonly fronts: readonly Naming[];
  readonly grounds: readonly Naming[];
}

/** No more looks of one finding are named than this. */
const mostNamed = 4;

/** Looks, roles and styles by their names, those that the file itself says first. */
function named(sources: readonly Naming[], reading: ThemeReading): string {
  const own = sources.filter((source) => ownPlace(source, reading) !== null);
  const names = unique([...own, ...sources].map(titleOf));
  const more = names.length - mostNamed;
  return [...names.slice(0, mostNamed), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/**
 * The places of those that the file says itself: a theme that extends another is at fault where it differs. A colour that one
 * thing alone names is wrong there; one that many do, where it has its value.
 */
function placesOf(
  { front, frontMode, ground, groundMode, style }: StandInMode,
  sources: Sources,
  reading: ThemeReading,
): readonly NamingPlace[] {
  const naming = (paths: readonly Naming[], what: string) =>
    spotsOf(paths, (source) => `"${titleOf(source)}" names ${what} here.`, reading);
  const fronts = naming(sources.fronts, `the colour "${front}"`);
  const grounds = naming(sources.grounds, `the ground "${ground}"`);
  const value = (name: ColorName, mode: Mode, what: string) =>
    spotsOf([valuePath(name, mode)], () => `The ${what} "${name}" is here.`, reading);
  const values = [...value(front, frontMode, 'colour'), ...value(ground, groundMode, 'ground')];
  if (fronts.length === 1) return [...fronts, ...values, ...grounds];
  if (fronts.length === 0 && grounds.length === 1) return [...grounds, ...values];
  if (values.length + fronts.length + grounds.length > 0) return [...values, ...fronts, ...grounds];
  // The colours are the other theme's, and the type that they are too pale for its own.
  const type =
    style === null
      ? []
      : [
          ['type', style, '$value'],
          ['type', style, '$extensions', 'etrati', 'page'],
        ];
  const sized = spotsOf(type, () => `The style "${style}" is here.`, reading);
  return sized.length > 0 ? sized : [{ at: reading.json.placeOf(pathText(valuePath(front, frontMode))), message: '' }];
}

/** Where the file itself says what a path leads to; one place once. */
function spotsOf(
  paths: readonly Naming[],
  says: (path: Naming) => string,
  reading: ThemeReading,
): readonly NamingPlace[] {
  const spots = new Map<string, NamingPlace>();
  for (const path of paths) {
    const at = ownPlace(path, reading);
    if (at !== null) spots.set(`${at.line}:${at.column}`, { at, message: says(path) });
  }
  return [...spots.values()].slice(0, mostNamed);
}

function ownPlace(path: Naming, reading: ThemeReading): Place | null {
  for (const own of waysTo(path)) {
    const [at, around] = [own, own.slice(0, -1)].map((each) => reading.json.placeOf(pathText(each)));
    if (at !== undefined && (at.line !== around?.line || at.column !== around.column)) return at;
  }
  return null;
}

/** A look may say a value for all media at once, or leave it to the plain one of its element. */
function waysTo(path: Naming): readonly Naming[] {
  const [group = ''] = path;
  if (group === 'styles') return [['type', path[1] ?? '', '$extensions', 'etrati', 'color']];
  if (group !== 'looks' && group !== 'roles') return [path];
  const whole = ['$extensions', 'etrati', ...path];
  const plain = whole.map((name, index) => (index === 4 ? 'plain' : name));
  return [whole, plain].flatMap((each) =>
    /^(?:page|word|screen)$/.test(each.at(-1) ?? '') ? [each, each.slice(0, -1)] : [each],
  );
}

/** As a person would write it: `looks.row.group.ground`, `roles.link`, `type.body`. */
function titleOf(source: Naming): string {
  const whole = source[0] === 'styles' ? `type.${source[1]}` : source.join('.');
  return whole.replace(/\.(?:page|word|screen)$/, '');
}

function valuePath(name: ColorName, mode: Mode): Naming {
  return ['color', name, ...(mode === 'light' ? ['$value'] : ['$extensions', 'etrati', 'dark'])];
}

/** The nearest shade of the colour that passes wherever the colour stands, and of a ground that is itself the misfit. */
async function advice(stand: StandInMode, all: readonly StandInMode[], colors: Colors): Promise<readonly string[]> {
  const { front, frontMode, ground, groundMode } = stand;
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
  return unique(names)
    .map((name) => `"${name}"`)
    .join(', ');
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
