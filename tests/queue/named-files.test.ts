/** The files that an order names: a worker that has others makes nothing of it. */
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OrderSettings } from '../../src/many/made.ts';
import type { RecordOrder } from '../../src/many/record.ts';
import { differing, NamedFiles } from '../../src/queue/named-files.ts';
import { ManyProject } from '../many/kit.ts';

const settings = { logos: {}, print: {} } as unknown as OrderSettings;
const at = { file: 'lists/a.csv', line: 2, column: 1 };
const order: RecordOrder = { number: 1, at, name: 'a', file: 'data/base.json' };

function setUp() {
  const project = new ManyProject();
  project.write('data/base.json', '{"a":{"src":"photo.jpg","rows":"../t/rows.csv","text":"See etrati.ge and v1.2."}}');
  project.write('data/photo.jpg', 'one');
  project.write('t/rows.csv', 'a,b');
  project.write('lists/own.png', 'own');
  const named = (changed: Partial<RecordOrder> = {}, own: object = {}) =>
    new NamedFiles(project.root).of({ ...order, ...changed }, { ...settings, ...own });
  return { project, named };
}

describe('the files of an order', () => {
  it('are those that its data, its record and the config name, where each of them looks for files', async () => {
    const { project, named } = setUp();
    expect(Object.keys(await named())).toEqual(['data/photo.jpg', 't/rows.csv']);
    const cells = [{ text: ' own.png ', path: ['a'], at, name: 'a', head: at }];
    const changed = await named({ changes: { type: 'cells', cells, decimal: null } });
    expect(Object.keys(changed)).toEqual(['data/photo.jpg', 'lists/own.png', 't/rows.csv']);
    const record = { file: 'lists/a.jsonl', line: 1, column: 1, text: '{"data":{"src":"own.png","logo":"gone.svg"}}' };
    const whole = await named({ changes: { type: 'whole', record, within: '$.data' } });
    expect(whole).toMatchObject({ 'lists/gone.svg': '-' });
    expect(Object.keys(whole)).toEqual(['lists/gone.svg', 'lists/own.png']);
    project.write('logos/eu.svg', 'eu');
    const logos = { EU: { value: { src: 'logos/eu.svg' } } };
    expect(Object.keys(await named({}, { logos }))).toContain('logos/eu.svg');
  });

  it('are those beside a theme that is named by its path', async () => {
    const { project, named } = setUp();
    project.write('own/theme.json', '{}');
    project.write('own/fonts/a.woff2', 'font');
    project.write('own/.git/index', 'nobody’s design');
    const files = Object.keys(await named({ theme: 'own/theme.json' }));
    expect(files).toEqual(expect.arrayContaining(['own/theme.json', 'own/fonts/a.woff2']));
    expect(files).not.toContain('own/.git/index');
  });

  it('differ where one was written anew, has gone or has come', async () => {
    const { project, named } = setUp();
    const before = await named();
    expect(differing(before, await named())).toBeNull();
    project.write('data/photo.jpg', 'two');
    expect(differing(before, await named())).toBe('data/photo.jpg');
    expect(differing(before, { 'data/photo.jpg': before['data/photo.jpg'] ?? '' })).toBe('t/rows.csv');
    project.write('data/etrati.ge', 'a file all the same');
    const record = { file: 'data/base.json', line: 1, column: 1, text: '{"a":"etrati.ge"}' };
    const come = await named({ changes: { type: 'whole', record, within: '$' } });
    expect(Object.keys(come)).toEqual([]);
    const beside = { ...record, file: 'a.json' };
    project.write('lists/etrati.ge', 'a file all the same');
    expect(Object.keys(await named({ changes: { type: 'whole', record: beside, within: '$' } }))).toEqual([
      'lists/etrati.ge',
    ]);
  });

  it('are none outside of the project', async () => {
    const { project, named } = setUp();
    const outside = path.basename(mkdtempSync(path.join(project.root, '../etrati-outside-')));
    const text = JSON.stringify([`../../${outside}/a.jpg`, '/etc/a.jpg', '../../../../etc/passwd.csv', 'C:\\a.jpg']);
    const record = { file: 'a.json', line: 1, column: 1, text };
    expect(Object.keys(await named({ changes: { type: 'whole', record, within: '$' } }))).toEqual(['lists/etc/a.jpg']);
  });
});
