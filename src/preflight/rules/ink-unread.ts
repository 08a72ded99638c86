import { cornerOf, type PressRule } from '../rule.ts';

const mend =
  'Save pictures as JPEG or without loss, and have the program that made the file save drawings as pictures.';

/** A total that leaves out a part of the page is none: whoever prints has to know what was not counted. */
export const inkUnread: PressRule = {
  code: 'ink-unread',
  severity: 'warning',
  says: 'A part of the page could not be read, and its inks are not in the totals.',
  mend,
  clause: 'GWG 2015, Total Ink Area Coverage',
  *check({ file, asks: { ink: limit }, unread, isDamaged }) {
    if (limit === null) return;
    for (const sheet of file.sheets) {
      for (const { what, paint } of unread(sheet)) {
        // What is lost is an error of its own.
        if (paint !== null && isDamaged(paint)) continue;
        const message = `The inks of ${what} were not read, and are not in the totals`;
        yield { at: { sheet, point: paint && cornerOf(paint.box) }, message, hints: [mend] };
      }
    }
  },
};
