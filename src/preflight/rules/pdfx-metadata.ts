import type { namespaces } from '../../finished/pdf/paint/xmp.ts';
import { clause } from '../clause.ts';

const needed: readonly (readonly [space: keyof typeof namespaces, name: string, shown: string])[] = [
  ['xmp', 'CreateDate', 'xmp:CreateDate'],
  ['xmp', 'ModifyDate', 'xmp:ModifyDate'],
  ['xmp', 'MetadataDate', 'xmp:MetadataDate'],
  ['dc', 'title', 'dc:title'],
  ['xmpMM', 'DocumentID', 'xmpMM:DocumentID'],
  ['xmpMM', 'RenditionClass', 'xmpMM:RenditionClass'],
  ['xmpMM', 'VersionID', 'xmpMM:VersionID'],
];

const isDate = (text: string): boolean =>
  /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/.test(text);

export const pdfxMetadata = clause({
  code: 'pdfx-metadata',
  severity: 'error',
  says: 'The XMP metadata lacks something that names the file and says when it was made.',
  mend: 'Export it as PDF/X-4 again, with title and dates.',
  clause: 'ISO 15930-7, metadata',
  *find({ parts: { xmp } }) {
    if (xmp === null) return;
    const missing = needed.filter(([space, name]) => xmp.property(space, name) === null).map(([, , shown]) => shown);
    if (missing.length > 0) yield `The XMP metadata lacks ${missing.join(', ')}`;
    const wrong = needed.find(([, name]) => name.endsWith('Date') && !isDate(xmp.property('xmp', name) ?? '2026'));
    if (wrong !== undefined) yield `${wrong[2]} of the XMP metadata is not a date`;
  },
});
