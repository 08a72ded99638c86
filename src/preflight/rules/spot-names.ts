import type { PressRule } from '../rule.ts';
import { inkOf, isFinish, misshownOf, spotsOf } from '../spots.ts';

const nameMend = 'Give it one name everywhere, as the ink’s maker writes it.';

/** Each name is a plate: two spellings of one ink are two plates, and two inks to pay. */
export const spotNames: PressRule = {
  code: 'spot-names',
  severity: 'error',
  says: 'One spot ink is spelled in two ways, and would become two plates.',
  mend: nameMend,
  clause: 'GWG 2015, Spot Color Naming',
  *check({ file, asks }) {
    if (!asks.quality) return;
    const spellings = new Map<string, Set<string>>();
    for (const { name } of spotsOf(file))
      spellings.set(inkOf(name), (spellings.get(inkOf(name)) ?? new Set()).add(name));
    for (const names of spellings.values()) {
      if (names.size < 2) continue;
      const all = [...names].sort().map((name) => `‘${name}’`);
      yield { at: null, message: `One spot ink has ${names.size} names: ${all.join(', ')}`, hints: [nameMend] };
    }
  },
};

const lookMend = 'Define the ink once, with one alternate colour, and use that everywhere.';

export const spotAlternates: PressRule = {
  code: 'spot-alternates',
  severity: 'error',
  says: 'One spot ink is given in two ways for presses that do not have it, or an ink of every press as another one.',
  mend: lookMend,
  clause: 'GWG 2015, Ambiguous Spot Color',
  *check({ file }) {
    const looks = new Map<string, Set<string>>();
    for (const { name, look } of spotsOf(file)) {
      if (look !== null) looks.set(name, (looks.get(name) ?? new Set()).add(look));
    }
    for (const [name, all] of looks) {
      if (all.size < 2) continue;
      const message = `The spot ink ‘${name}’ has ${all.size} different alternate colours`;
      yield { at: null, message, hints: [lookMend] };
    }
    for (const name of misshownOf(file)) {
      const message = `The ink ‘${name}’ of the press has the alternate colour of another ink`;
      yield { at: null, message, hints: [ownMend] };
    }
  },
};

const ownMend = 'Use DeviceCMYK for the inks of the press.';
const lightMend = 'Give the ink an alternate colour in CMYK or Lab, as its maker does.';

/** A press without the ink prints its alternate, and takes red, green and blue of no known device as it likes. */
export const spotLight: PressRule = {
  code: 'spot-alternate-rgb',
  severity: 'warning',
  says: 'A spot ink is given in RGB for presses that do not have it.',
  mend: lightMend,
  clause: 'GWG 2015, Color Space',
  *check({ file, asks }) {
    if (!asks.quality) return;
    const names = new Set(spotsOf(file).flatMap(({ name, isLight }) => (isLight && !isFinish(name) ? [name] : [])));
    for (const name of [...names].sort()) {
      yield { at: null, message: `The spot ink ‘${name}’ has an alternate colour in DeviceRGB`, hints: [lightMend] };
    }
  },
};

const countMend = 'Convert the spot colours to CMYK, or ask the print shop for a press that has them.';

export const spotCount: PressRule = {
  code: 'spot-count',
  severity: 'error',
  says: 'The file has more spot inks than the print shop takes.',
  mend: countMend,
  clause: 'GWG 2015, Use of Spot Colors',
  *check({ file, asks: { spots: most } }) {
    if (most === null) return;
    const names = [...new Set(spotsOf(file).map(({ name }) => name))].filter((name) => !isFinish(name)).sort();
    if (names.length <= most) return;
    const shown = names
      .slice(0, 5)
      .map((name) => `‘${name}’`)
      .join(', ');
    const count = `${names.length} spot ${names.length === 1 ? 'ink' : 'inks'}`;
    const limit = most === 0 ? 'none is taken' : `${most} at most`;
    yield { at: null, message: `The file has ${count} (${shown}); ${limit}`, hints: [countMend] };
  },
};
