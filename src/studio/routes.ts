/** What can be asked of the studio, by the path of the address. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { Report } from '../diagnostics.ts';
import { kindNamed } from '../input/kinds.ts';
import { languageTags } from '../language/languages.ts';
import { settle } from '../work/settings.ts';
import { openWorld } from '../world.ts';
import { dataOf } from './data-text.ts';
import { type Desk, revisionOf } from './desk.ts';
import type { Listeners } from './events.ts';
import { listMade, readMade, zipMade } from './finished.ts';
import { formOf } from './form.ts';
import { previewPolicy, safeHeaders } from './guard.ts';
import { attachment, HttpError, readBody, readObject, send, sendJson } from './http.ts';
import { heardOf } from './listening.ts';
import { makeFiles, orderOf } from './making.ts';
import { pictureLimit, readPicture, savePicture } from './pictures.ts';
import {
  createDocument,
  dataFile,
  duplicateDocument,
  readProject,
  renameDocument,
  restore,
  throwAway,
} from './project.ts';
import type { FormModel, OpenDocument, RuleText, TranslatedFrom } from './protocol.ts';
import { longerText, type Translations } from './translation.ts';
import { textLimit, type Versions } from './versions.ts';
import type { Workshop } from './workshop.ts';

export interface Studio {
  readonly root: string;
  readonly desk: Desk;
  readonly versions: Versions;
  readonly workshop: Workshop;
  readonly listeners: Listeners;
  readonly translations: Translations;
}

export interface Question {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  /** Without the token and the slash after it. */
  readonly path: string;
  readonly query: URLSearchParams;
}

type Answer = (question: Question, studio: Studio) => Promise<void>;

const smallLimit = 64 * 1024;

const answers: Readonly<Record<string, Answer>> = {
  'GET events': async ({ response }, { listeners }) => listeners.add(response),

  'GET api/project': async ({ response }, { root }) => {
    const { out } = await settle({}, root, new Report());
    sendJson(response, await readProject(root, out));
  },

  'GET api/count': async ({ response, query }, { desk, workshop }) => {
    const file = dataFile(query.get('file'));
    const { text, revision } = await desk.read(file);
    sendJson(response, await workshop.count(file, text, revision));
  },

  'POST api/create': async ({ request, response }, { root }) => {
    const { kind } = await readObject(request, smallLimit);
    sendJson(response, { file: await createDocument(root, kind) });
  },

  'POST api/duplicate': async ({ request, response }, { root }) => {
    const { file } = await readObject(request, smallLimit);
    sendJson(response, { file: await duplicateDocument(root, dataFile(file)) });
  },

  'POST api/rename': async ({ request, response }, { root, versions }) => {
    const { file, name } = await readObject(request, smallLimit);
    const old = dataFile(file);
    const renamed = await renameDocument(root, old, name);
    if (renamed !== old) await versions.move(old, renamed);
    sendJson(response, { file: renamed });
  },

  'POST api/delete': async ({ request, response }, { root, versions }) => {
    const { file } = await readObject(request, smallLimit);
    const old = dataFile(file);
    await versions.throwAway(old, await throwAway(root, old, Date.now()));
    sendJson(response, {});
  },

  'POST api/restore': async ({ request, response }, { root, versions }) => {
    const { name } = await readObject(request, smallLimit);
    const file = await restore(root, name);
    await versions.restore(String(name), file);
    sendJson(response, { file });
  },

  'GET api/document': async ({ response, query }, { root, desk }) => {
    const file = dataFile(query.get('file'));
    const read = await desk.read(file);
    sendJson(response, { ...read, file, ...(await formFor(read.text, root)) } satisfies OpenDocument);
  },

  'PUT api/document': async ({ request, response, query }, { desk }) => {
    const file = dataFile(query.get('file'));
    const base = query.get('base');
    const text = (await readBody(request, textLimit)).toString('utf8');
    const { revision, saved } = await desk.save(file, text, base, Date.now(), query.get('keep') === 'yes');
    sendJson(response, { revision, saved });
  },

  'GET api/preview': async ({ response, query }, { root, desk, workshop }) => {
    const file = dataFile(query.get('file'));
    const read = await desk.read(file);
    const lang = query.get('lang') ?? '';
    const longer = await longerFor(query, read.text, root);
    const page = longer === null ? workshop.preview(file, lang, read) : workshop.previewOf(longer, file, lang, read);
    sendJson(response, await page);
  },

  'GET api/paper': async ({ response, query }, { root, desk, workshop }) => {
    const file = dataFile(query.get('file'));
    const read = await desk.read(file);
    const longer = await longerFor(query, read.text, root);
    const kind = query.get('kind') === 'print' ? 'print' : 'pdf';
    sendJson(response, await workshop.paper(kind, file, query.get('lang') ?? '', read, longer));
  },

  /** The pages that were drawn, for the page to make pictures of. */
  'GET paper': async ({ response, query }, { workshop }) => {
    const bytes = workshop.paperFile(query.get('key') ?? '');
    if (bytes === null) throw new HttpError(404, 'not-found', 'These pages have been drawn again since.');
    send(response, bytes, {
      'content-type': 'application/pdf',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  },

  'POST api/translations': async ({ request, response, query }, { root, desk, translations }) => {
    const file = dataFile(query.get('file'));
    const { agreed } = await readObject(request, textLimit);
    const { text } = await desk.read(file);
    const { form, languages } = await formFor(text, root);
    const asked = { value: dataOf(text), languages };
    sendJson(response, form === null ? [] : await translations.stale(file, { form, ...asked }, agreedOf(agreed)));
  },

  'GET api/rule': async ({ response, query }) => {
    const { entries } = await import('../rulebook.ts');
    const code = query.get('code') ?? '';
    const found = entries().get(code);
    if (found === undefined) throw new HttpError(404, 'not-found', 'There is no such rule.');
    const { title = null, says, why = null, mend, clause = null } = found;
    sendJson(response, { code, title, says, why, mend, clause } satisfies RuleText);
  },

  'GET api/listen': async ({ response, query }, { desk, workshop }) => {
    const file = dataFile(query.get('file'));
    const { html } = await workshop.preview(file, query.get('lang') ?? '', await desk.read(file));
    sendJson(response, html === null ? { lang: null, lines: [] } : await heardOf(html));
  },

  /** The empty page that the preview is put into, under its own policy. */
  'GET preview': async ({ response }) => {
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': previewPolicy };
    send(response, Buffer.from('<!doctype html><title>Preview</title>'), headers);
  },

  'GET api/made': async ({ response, query }, { root }) => {
    sendJson(response, await listMade(root, dataFile(query.get('file'))));
  },

  'POST api/make': async ({ request, response, query }, { root, workshop }) => {
    const file = dataFile(query.get('file'));
    const order = orderOf(await readObject(request, smallLimit));
    response.writeHead(200, { ...safeHeaders, 'content-type': 'application/x-ndjson' });
    // A page that goes away, or its button Stop, ends the making.
    const isStopped = () => response.destroyed;
    try {
      for await (const step of makeFiles(root, file, order, workshop, isStopped))
        response.write(`${JSON.stringify(step)}\n`);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      response.write(`${JSON.stringify({ state: 'broken', message })}\n`);
    }
    response.end();
  },

  'GET made': async ({ response, query }, { root }) => {
    const name = query.get('name') ?? '';
    const bytes = await readMade(root, dataFile(query.get('file')), name);
    send(response, bytes, { 'content-type': 'application/octet-stream', 'content-disposition': attachment(name) });
  },

  'GET zip': async ({ response, query }, { root }) => {
    const file = dataFile(query.get('file'));
    const name = `${path.posix.basename(file, '.json')}.zip`;
    const headers = { 'content-type': 'application/zip', 'content-disposition': attachment(name) };
    send(response, await zipMade(root, file), headers);
  },

  'GET api/versions': async ({ response, query }, { desk, versions }) => {
    const file = dataFile(query.get('file'));
    sendJson(response, await versions.list(file, (await desk.read(file)).text));
  },

  'GET api/version': async ({ response, query }, { versions }) => {
    sendJson(response, { text: await versions.text(dataFile(query.get('file')), query.get('id') ?? '') });
  },

  /** The page of a version, as it would be made today. */
  'GET api/version-preview': async ({ response, query }, { versions, workshop }) => {
    const file = dataFile(query.get('file'));
    const text = await versions.text(file, query.get('id') ?? '');
    sendJson(response, await workshop.preview(file, query.get('lang') ?? '', { text, revision: revisionOf(text) }));
  },

  'GET picture': async ({ response, query }, { root }) => {
    const { bytes, type } = await readPicture(root, dataFile(query.get('file')), query.get('src') ?? '');
    // A drawing that is opened by its address runs nothing.
    send(response, bytes, { 'content-type': type, 'content-security-policy': "default-src 'none'; sandbox" });
  },

  'PUT picture': async ({ request, response, query }, { root }) => {
    const file = dataFile(query.get('file'));
    const bytes = await readBody(request, pictureLimit);
    sendJson(response, { src: await savePicture(root, file, query.get('name') ?? '', bytes) });
  },
};

/** Answers a question. Throws `HttpError` for what cannot be asked. */
export async function answer(question: Question, studio: Studio): Promise<void> {
  const found = answers[`${question.method} ${question.path}`];
  if (found === undefined) throw new HttpError(404, 'not-found', 'There is no such page.');
  await found(question, studio);
}

interface Form {
  readonly kind: string;
  readonly form: FormModel | null;
  readonly languages: readonly string[];
}

/** The text with longer words in the language that is drawn, where the page asks for it. */
async function longerFor(query: URLSearchParams, text: string, root: string): Promise<string | null> {
  if (query.get('longer') !== 'yes') return null;
  const { form } = await formFor(text, root);
  return form === null ? text : longerText(form, dataOf(text), query.get('lang') ?? '');
}

function agreedOf(asked: unknown): readonly TranslatedFrom[] {
  if (!Array.isArray(asked)) return [];
  return asked.map((each: unknown) => {
    const textOf = (name: string) => String(Reflect.get(Object(each), name));
    return { path: textOf('path'), source: textOf('source'), target: textOf('target'), was: textOf('was') };
  });
}

/** The form of a document as its text says it is. */
async function formFor(text: string, root: string): Promise<Form> {
  const value = dataOf(text);
  const named: unknown = Reflect.get(Object(value), 'kind');
  const declared: unknown = Reflect.get(Object(value), 'languages');
  const languages = languageTags.filter((tag) => Array.isArray(declared) && declared.includes(tag));
  const kind = typeof named === 'string' ? await kindNamed(named, await openWorld(root), new Report()) : null;
  const order = Array.isArray(declared) ? declared.filter((tag) => languages.some((each) => each === tag)) : [];
  return { kind: String(named ?? ''), form: kind ? formOf(kind, languages) : null, languages: order };
}
