import { describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { checkWeight } from '../../src/write/weight.ts';
import { document } from '../make.ts';

describe('the weight of files for mail', () => {
  const warned = (format: 'pdf' | 'print', size: number) => {
    const report = new Report();
    checkWeight([{ format, name: 'one.en.pdf', bytes: new Uint8Array(size) }], document({ body: [] }), report);
    return report.diagnostics.map(({ code, message }) => [code, message]);
  };

  it('is told from more than 2 MB on, but of what is for the press', () => {
    expect(warned('pdf', 2e6)).toEqual([]);
    expect(warned('print', 9e6)).toEqual([]);
    expect(warned('pdf', 2.15e6)).toEqual([
      ['file-large', 'one.en.pdf has 2.2 MB, more than the 2 MB that are easily sent by mail.'],
    ]);
  });
});
