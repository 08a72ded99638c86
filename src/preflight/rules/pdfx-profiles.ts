import { PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { numberAt } from '../../finished/pdf/objects.ts';
import type { PrintFile } from '../../finished/pdf/paint/file.ts';
import { type EmbeddedProfile, readProfile } from '../../finished/pdf/paint/intent.ts';
import { clause } from '../clause.ts';
import { intentOf } from '../facts.ts';

export const pdfxProfiles = clause({
  code: 'pdfx-profiles',
  severity: 'error',
  says: 'A colour profile in the file is damaged, of the wrong kind, or has another number of colours than the file says.',
  mend: 'Export it again with sound profiles, and CMYK of the press itself without one.',
  clause: 'ISO 15930-7, colour spaces',
  *find(file) {
    const press = intentOf(file)?.profile ?? null;
    const faults = new Set<string>();
    for (const stream of profilesOf(file)) {
      const fault = faultOf(readProfile(stream), numberAt(stream.dict, 'N'), press);
      if (fault !== null) faults.add(fault);
    }
    for (const fault of faults) yield fault;
  },
});

function profilesOf({ parts }: PrintFile): readonly PDFRawStream[] {
  const streams = parts.spaces.flatMap((space) => {
    const stream = space.get(0) === PDFName.of('ICCBased') && space.size() > 1 ? space.lookup(1) : null;
    return stream instanceof PDFRawStream ? [stream] : [];
  });
  return [...new Set(streams)];
}

const components: Readonly<Record<string, number>> = { GRAY: 1, RGB: 3, Lab: 3, CMYK: 4 };

/** Input, display, output and colour space profiles (ISO 32000-1, 8.6.5.5). */
const kinds = ['scnr', 'mntr', 'prtr', 'spac'];

function faultOf(profile: EmbeddedProfile, given: number | null, press: EmbeddedProfile | null): string | null {
  const { space, kind, name } = profile;
  const shown = name === null ? 'A colour profile' : `The colour profile ‘${name}’`;
  if (space === null || kind === null) return 'A colour profile in the file is damaged';
  if (!kinds.includes(kind)) return `${shown} is of a kind that colours cannot be given in (${kind})`;
  if (components[space] === undefined) return `${shown} is of a colour space that is not allowed (${space})`;
  if (components[space] !== given) return `${shown} is ${space}, but the file gives it ${given ?? 'no'} colours`;
  const isOfPress = space === 'CMYK' && press !== null && Buffer.from(profile.bytes).equals(press.bytes);
  return isOfPress
    ? `Colours are given in the profile of the press itself (${name ?? space}); they must be DeviceCMYK`
    : null;
}
