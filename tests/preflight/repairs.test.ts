/** What is said of files that had to be mended: how, and what of them is lost. */
import { describe, expect, it } from 'vitest';
import { preflight } from '../../src/preflight/preflight.ts';
import { good, image, printPdf, withImage } from './make.ts';

const repairsOf = async (bytes: Uint8Array): Promise<readonly string[]> => (await preflight(bytes)).facts.repairs;

describe('what is lost in a damaged file', () => {
  it('is named by its objects where they are used and not there', async () => {
    const pdf = { shift: 20, fonts: '/F2 98 0 R', resources: '/XObject << /Im 99 0 R >>' };
    expect(await repairsOf(printPdf(pdf))).toEqual([
      'Its table of objects (xref) was wrong and was made again',
      'Of what it uses, objects 98, 99 are lost',
    ]);
  });

  it('is the rest of a stream without an end', async () => {
    const whole = Buffer.from(printPdf(withImage(image(40, 40, '10101010'), 8, 8)));
    const cut = whole.subarray(0, whole.indexOf('Filter /ASCIIHexDecode') + 400);
    expect(await repairsOf(cut)).toContain('The rest of object 50 is lost, which has no end');
  });

  it('is an object that cannot be read', async () => {
    const pdf = { shift: 20, objects: { 70: '<< /Type /Font /Name' } };
    expect(await repairsOf(printPdf(pdf))).toContain('What is in object 70 cannot be read');
  });

  it('is nothing where all is there, and in a sound file a reference may lead nowhere', async () => {
    expect(await repairsOf(printPdf({ shift: 20 }))).toHaveLength(1);
    expect(await repairsOf(printPdf({ content: good, fonts: '/F2 98 0 R' }))).toEqual([]);
  });
});

describe('what readers mend in silence', () => {
  const mended = (of: string, by: string): Buffer =>
    Buffer.from(Buffer.from(printPdf()).toString('latin1').replaceAll(new RegExp(of, 'g'), by), 'latin1');

  it('is told: lengths of streams', async () => {
    expect(await repairsOf(mended('/Length \\d', '/Length 9'))).toContain(
      '4 streams were not as long as the file says (Length), and the end was looked for',
    );
    expect(await repairsOf(printPdf({ objects: { 70: '<< /Length 99 >>\nstream\nabc\nendstream' } }))).toEqual([
      'One stream was not as long as the file says (Length), and the end was looked for',
    ]);
  });

  it('is told: bytes before the header', async () => {
    const pdf = Buffer.concat([Buffer.from('junk\n'), printPdf()]);
    expect(await repairsOf(pdf)).toEqual(['5 bytes before its beginning (%PDF) were passed over']);
  });

  it('is nothing where a length is an object of its own', async () => {
    const objects = { 70: '<< /Length 71 0 R >>\nstream\nabc\nendstream', 71: '3' };
    expect(await repairsOf(printPdf({ objects }))).toEqual([]);
  });
});
