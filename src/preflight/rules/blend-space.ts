import type { PrintFile } from '../../finished/pdf/paint/file.ts';
import { deviceOf, type Space } from '../../finished/pdf/paint/spaces.ts';
import { intentOf } from '../facts.ts';
import type { PressRule } from '../rule.ts';

const mend = 'Choose CMYK as the blending space of the document.';

/** Groups that blend in RGB turn all inks in them into light and back: black becomes four inks. */
export const blendSpace: PressRule = {
  code: 'blend-space',
  severity: 'error',
  says: 'A page or a transparency group is blended in a colour space that is not that of the press.',
  mend,
  clause: 'ISO 15930-7, transparency; GWG 2015, Blend Color Space',
  *check({ file, asks }) {
    const isWrong = (space: Space): boolean => !fits(space, file, asks.colours === 'cmyk');
    let isPage = false;
    for (const sheet of file.sheets) {
      if (sheet.blending === null || !isWrong(sheet.blending)) continue;
      isPage = true;
      yield { at: { sheet, point: null }, message: `The page is blended in ${sheet.blending.name}`, hints: [mend] };
    }
    const group = file.groups.find(isWrong);
    if (group !== undefined && !isPage) {
      yield { at: null, message: `A transparency group is blended in ${group.name}`, hints: [mend] };
    }
  },
};

/** Spaces of a device have to be that of the output intent, of which grey is a part; others say themselves what they are. */
function fits(space: Space, file: PrintFile, isStrict: boolean): boolean {
  const own = intentOf(file)?.profile?.space ?? 'CMYK';
  const device = deviceOf(space);
  if (device !== null) return device === 'GRAY' || device === own;
  return !isStrict || space.components !== 3;
}
