import { afterEach, describe, expect, it, vi } from 'vitest';
import { DocumentStore } from '../../src/studio/page/store.ts';

interface Answer {
  readonly status?: number;
  readonly body: object;
}

/** A page whose server answers so; what it does not know it refuses. */
function pageWith(text: string, answers: Readonly<Record<string, (query: URLSearchParams) => Answer>>): DocumentStore {
  vi.stubGlobal('fetch', async (name: string, { method = 'GET' }: { method?: string } = {}) => {
    const [path = '', query = ''] = name.split('?');
    const { status = 200, body } = answers[`${method} ${path}`]?.(new URLSearchParams(query)) ?? {
      status: 500,
      body: {},
    };
    return { ok: status < 400, status, json: async () => body };
  });
  const open = { file: 'data/brochure/a.json', kind: 'brochure', text, revision: 'r', saved: 0 };
  return new DocumentStore({ ...open, form: null, languages: ['en'] });
}

describe('the findings', () => {
  it('are not known to be none before the first answer', async () => {
    const store = pageWith('{}', { 'GET api/preview': () => ({ body: { html: '', findings: [] } }) });
    expect([store.isChecked, store.findings]).toEqual([false, []]);
    await vi.waitFor(() => expect(store.isChecked).toBe(true));
  });
});

describe('a file that is written twice within a moment', () => {
  it('is shown as it stands in the end', async () => {
    const texts = ['{"a": 2}', '{"a": 3}'];
    const store = pageWith('{"a": 1}', {
      'GET api/document': () => {
        const text = texts.length > 1 ? (texts.shift() ?? '') : (texts[0] ?? '');
        return { body: { text, revision: text, saved: 1, kind: '', form: null, languages: [] } };
      },
    });
    await Promise.all([store.changedOnDisk('{"a": 2}'), store.changedOnDisk('{"a": 3}')]);
    expect(store.text).toBe('{"a": 3}');
  });
});

describe('two windows that write in different fields', () => {
  it('both keep what they wrote', async () => {
    const theirs = { text: '{"a": 1, "b": 3}', revision: 's', saved: 1 };
    const put = (query: URLSearchParams): Answer =>
      query.get('base') === 's'
        ? { body: { revision: 't', saved: 2 } }
        : { status: 409, body: { code: 'changed-on-disk', theirs } };
    const store = pageWith('{"a": 1, "b": 2}', { 'PUT api/document': put });
    store.change('{"a": 7, "b": 2}', '$.a');
    await store.save();
    expect([store.saveState, store.text]).toEqual(['saved', '{"a": 7, "b": 3}']);
  });

  it('are asked where it is the same one', async () => {
    const theirs = { text: '{"a": 3, "b": 2}', revision: 's', saved: 1 };
    const store = pageWith('{"a": 1, "b": 2}', { 'PUT api/document': () => ({ status: 409, body: { theirs } }) });
    store.change('{"a": 7, "b": 2}', '$.a');
    await store.save();
    expect([store.saveState, store.text]).toEqual(['conflict', '{"a": 7, "b": 2}']);
  });
});

const form = { nodes: [], root: 0 };
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the form', () => {
  it('follows the languages and the kind that the text says, once they are saved', async () => {
    const now = '{"kind": "leaflet", "languages": ["en", "ka"]}';
    const store = pageWith('{"kind": "brochure", "languages": ["en"]}', {
      'PUT api/document': () => ({ body: { revision: 's', saved: 1 } }),
      'GET api/document': () => ({
        body: { text: now, revision: 's', kind: 'leaflet', form, languages: ['en', 'ka'] },
      }),
    });
    store.change(now, '$');
    await store.save();
    await vi.waitFor(() => expect([store.kind, store.languages]).toEqual(['leaflet', ['en', 'ka']]));
    expect(store.form).toEqual(form);
  });

  it('comes once a text that was opened broken is sound', async () => {
    const now = '{"kind": "brochure", "languages": ["ka"]}';
    const store = pageWith('{"kind": "brochure", "languages": ["ka"]', {
      'PUT api/document': () => ({ body: { revision: 's', saved: 1 } }),
      'GET api/document': () => ({ body: { text: now, revision: 's', kind: 'brochure', form, languages: ['ka'] } }),
    });
    store.change(now, '$');
    await store.save();
    await vi.waitFor(() => expect([store.form, store.drawing.language]).toEqual([form, 'ka']));
  });
});

describe('a document that another window has deleted or renamed', () => {
  const missing = { status: 404, body: { code: 'not-found' } };

  it('does not come back by itself', async () => {
    const put = vi.fn(
      (query: URLSearchParams): Answer =>
        query.has('base') ? { status: 409, body: { code: 'deleted' } } : { body: { revision: 't', saved: 2 } },
    );
    const store = pageWith('{"a": 1}', { 'PUT api/document': put, 'GET api/document': () => missing });
    await store.changedOnDisk(null);
    expect(store.saveState).toBe('deleted');
    store.change('{"a": 2}', '$.a');
    await store.save();
    expect([store.saveState, put.mock.calls.length]).toEqual(['deleted', 0]);
    await store.settle('mine');
    expect([store.saveState, put.mock.calls.length]).toEqual(['saved', 1]);
  });

  it('is known by saving too', async () => {
    const store = pageWith('{"a": 1}', { 'PUT api/document': () => ({ status: 409, body: { code: 'deleted' } }) });
    store.change('{"a": 2}', '$.a');
    await store.save();
    expect(store.saveState).toBe('deleted');
    await store.settle('theirs');
    expect([store.saveState, store.text]).toEqual(['saved', '{"a": 1}']);
  });

  it('goes on where its file is there again', async () => {
    let isThere = false;
    const there = { body: { text: '{"a": 1}', revision: 'r', saved: 0, form: null, languages: [] } };
    const store = pageWith('{"a": 1}', { 'GET api/document': () => (isThere ? there : missing) });
    await store.changedOnDisk(null);
    isThere = true;
    await store.changedOnDisk('r');
    expect(store.saveState).toBe('saved');
  });
});
