import { afterEach, describe, expect, it, vi } from 'vitest';
import { DocumentStore } from '../../src/studio/page/store.ts';

/** No server answers here: what is written stays in the page. */
function storeOf(text: string): DocumentStore {
  const open = { file: 'data/brochure/a.json', kind: 'brochure', text, revision: 'r', saved: 0 };
  return new DocumentStore({ ...open, form: null, languages: ['en'] });
}

describe('what another program writes', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('never takes the place of what was saved while it was read', async () => {
    const store = storeOf('{"a":1}');
    const answers: ((body: object) => void)[] = [];
    const asked = () =>
      new Promise((resolve) => {
        answers.push((body) => resolve({ ok: true, status: 200, json: async () => body }));
      });
    vi.stubGlobal('fetch', (path: string, { method = 'GET' }: { method?: string } = {}) => {
      if (path.startsWith('api/document') && method === 'GET') return asked();
      if (method === 'PUT')
        return Promise.resolve({ ok: true, status: 200, json: async () => ({ revision: 'new', saved: 2 }) });
      return Promise.reject(new Error('not here'));
    });
    // An event of an earlier saving comes late, and what it leads to is read before the next one.
    const reading = store.changedOnDisk('old');
    store.change('{"a":2}', '$.a');
    await store.save();
    answers[0]?.({ text: '{"a":0}', revision: 'old', saved: 1 });
    await reading;
    expect([store.text, store.saveState]).toEqual(['{"a":2}', 'saved']);
  });
});

describe('a mend', () => {
  it('is offered for the text that it was found in alone', () => {
    const store = storeOf('{"title":{"en":"a,b"}}');
    const path = '$.title.en';
    const fix = { edits: [{ path, of: 'a,b', value: 'a, b' }], does: 'words', was: 'a,b', now: 'a, b' } as const;
    const about = { severity: 'warning', code: 'missing-space', message: '', hints: [], clause: null } as const;
    const finding = { ...about, path, place: null, fix };
    expect(store.fixOf(finding)).toBe(fix);
    store.set(['title', 'en'], 'a,b and more');
    expect(store.fixOf(finding)).toBeNull();
  });
});

describe('what is taken back before it is saved', () => {
  it('is saved', async () => {
    const store = storeOf('{"a":1}');
    store.change('{"a":2}', '$.a');
    expect(store.saveState).toBe('saving');
    store.undo();
    await store.save();
    expect(store.saveState).toBe('saved');
  });
});

describe('a step', () => {
  it('leads to the item that came back, not to its list', () => {
    const store = storeOf('{"a":[1,2,3]}');
    store.move(['a'], 0, 2);
    expect([store.undo(), store.redo()]).toEqual(['$.a[0]', '$.a[2]']);
    store.remove(['a', 1]);
    expect([store.undo(), store.text]).toEqual(['$.a[1]', '{"a":[2,3,1]}']);
    store.insert(['a'], 3, 4);
    expect([store.undo(), store.redo()]).toEqual(['$.a', '$.a[3]']);
  });

  it('leads to a field whose name has blanks, and typing in it is one step', () => {
    const store = storeOf('{"extra":{"my own key":1}}');
    const path = '$.extra["my own key"]';
    store.change('{"extra":{"my own key":12}}', path);
    store.change('{"extra":{"my own key":123}}', path);
    expect([store.undo(), store.text]).toEqual([path, '{"extra":{"my own key":1}}']);
    store.remove(['extra', 'my own key']);
    expect([store.undo(), store.redo()]).toEqual([path, path]);
  });
});

describe('the last step', () => {
  it('is known by both its texts, not by its number', () => {
    const store = storeOf('{"a":1}');
    const [before, after] = [store.text, '{"a":2}'];
    store.change(after, '$.a', '$.a');
    expect(store.hasJustGone(before, after)).toBe(true);
    store.undo();
    expect(store.hasJustGone(before, after)).toBe(false);
    store.set(['b'], 3);
    // As many steps as after the paste, and another one is the last.
    expect(store.hasJustGone(before, after)).toBe(false);
    store.change(after, '$', '$');
    expect(store.hasJustGone(before, after)).toBe(false);
  });

  it('is not forgotten where another program writes: its text is a step, and nothing undone comes back over it', async () => {
    const store = storeOf('{"a":1}');
    store.change('{"a":2}', '$.a');
    store.undo();
    store.theirs = { text: '{"a":3}', revision: 's', saved: 1 };
    await store.settle('theirs');
    expect(store.canRedo).toBe(false);
    store.change('{"a":4}', '$');
    store.undo();
    expect(store.text).toBe('{"a":3}');
  });

  it('is known where the history is as long as it may be', () => {
    const store = storeOf('{"a":0}');
    for (let index = 1; index <= 500; index += 1) store.change(`{"a":${index}}`, '$.a', '$.a');
    store.change('{"a":501}', '$.a', '$.a');
    expect(store.hasJustGone('{"a":500}', '{"a":501}')).toBe(true);
    store.change('{"a":502}', '$.a', '$.a');
    expect(store.hasJustGone('{"a":500}', '{"a":501}')).toBe(false);
  });
});

describe('an edit of the form', () => {
  it('whose text is broken or does not say what was meant is not taken', () => {
    const store = storeOf('{"a": [1, 2]}');
    store.edit('{"a": [1 2]}', '$.a', null);
    expect([store.text, store.saveState]).toEqual(['{"a": [1, 2]}', 'failed']);
    store.edit('{"a": [12]}', '$.a', null, { a: [1] });
    expect([store.text, store.canUndo]).toEqual(['{"a": [1, 2]}', false]);
  });

  it('removes and moves items of a list on one line', () => {
    const store = storeOf('{"languages": ["en", "ka"], "values": [1, 2.0]}');
    store.remove(['languages', 1]);
    store.move(['values'], 1, 0);
    expect(store.text).toBe('{"languages": ["en"], "values": [2.0, 1]}');
  });
});
