import type { PDFDict } from '@cantoo/pdf-lib';
import { stringAt } from '../../finished/pdf/objects.ts';
import type { Xmp } from '../../finished/pdf/paint/xmp.ts';
import { clause } from '../clause.ts';

const pairs = [
  ['CreationDate', 'CreateDate'],
  ['ModDate', 'ModifyDate'],
] as const;

export const pdfxDates = clause({
  code: 'pdfx-dates',
  severity: 'error',
  says: 'The dates of the file in its Info dictionary and in its XMP metadata are not the same.',
  mend: 'Export it again, or correct its dates with the program that changed them.',
  clause: 'ISO 15930-7, metadata',
  *find({ parts: { info, xmp } }) {
    if (info === null || xmp === null) return;
    for (const [key, name] of pairs) {
      if (differ(info, key, xmp, name)) yield `${key} of the Info dictionary and xmp:${name} are not the same time`;
    }
  },
});

function differ(info: PDFDict, key: string, xmp: Xmp, name: string): boolean {
  const [own, other] = [timeOf(stringAt(info, key)), Date.parse(xmp.property('xmp', name) ?? '')];
  // Seconds may be left out in XMP.
  return own !== null && !Number.isNaN(other) && Math.abs(own - other) >= 60_000;
}

/** `D:YYYYMMDDHHmmSSOHH'mm` (ISO 32000-1, 7.9.4); null for less than minutes, which cannot be compared. */
function timeOf(date: string | null): number | null {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?)?/.exec(date ?? '');
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second = '00', sign, hours = '00', minutes = '00'] = parts;
  const zone = sign === undefined ? 'Z' : `${sign}${hours}:${minutes}`;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(time) ? null : time;
}
