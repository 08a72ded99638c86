/** The server, asked. */
import type {
  DocumentText,
  FindingCount,
  HeardPage,
  MadeFile,
  MakingStep,
  OpenDocument,
  PaperKind,
  PaperPreview,
  PreviewPage,
  ProjectInfo,
  RuleText,
  StudioEvent,
  TranslatedFrom,
  VersionList,
} from '../protocol.ts';
import { refusalText } from './refusals.ts';

/** What the server refuses, or that it is gone (status 0). */
export class ServerError extends Error {
  readonly status: number;
  readonly code: string;
  readonly theirs: DocumentText | null;
  constructor(status: number, code: string, message: string, theirs: DocumentText | null = null) {
    super(message);
    this.status = status;
    this.code = code;
    this.theirs = theirs;
  }
}

interface Refusal {
  readonly code?: string;
  readonly message?: string;
  readonly theirs?: DocumentText | null;
}

let language = 'en';

/** What is refused from now on is said in this language. */
export function hearIn(tag: string): void {
  language = tag;
}

/** In the language of the page. */
export function refusalOf(code: string, message: string): string {
  return refusalText(code, message, language);
}

function refused(status: number, { code = '', message = '', theirs = null }: Refusal): ServerError {
  return new ServerError(status, code, refusalOf(code, message), theirs);
}

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const headers = { 'x-etrati-studio': '1', ...init.headers };
  const response = await fetch(path, { ...init, headers }).catch(() => null);
  if (response === null) throw new ServerError(0, 'gone', '');
  const body = (await response.json().catch(() => ({}))) as T & Refusal;
  if (!response.ok) throw refused(response.status, body);
  return body;
}

/** Bytes of a file. Throws `ServerError` where there is none. */
async function bytesOf(path: string): Promise<ArrayBuffer> {
  const response = await fetch(path).catch(() => null);
  if (response === null) throw new ServerError(0, 'gone', '');
  if (!response.ok) throw new ServerError(response.status, 'not-found', '');
  return response.arrayBuffer();
}

const query = (values: Readonly<Record<string, string>>): string => `?${new URLSearchParams(values)}`;
const post = <T>(path: string, body: object): Promise<T> => ask(path, { method: 'POST', body: JSON.stringify(body) });

export const server = {
  project: () => ask<ProjectInfo>('api/project'),
  count: (file: string) => ask<FindingCount>(`api/count${query({ file })}`),
  create: (kind: string) => post<{ file: string }>('api/create', { kind }),
  duplicate: (file: string) => post<{ file: string }>('api/duplicate', { file }),
  rename: (file: string, name: string) => post<{ file: string }>('api/rename', { file, name }),
  delete: (file: string) => post<object>('api/delete', { file }),
  restore: (name: string) => post<{ file: string }>('api/restore', { name }),
  open: (file: string) => ask<OpenDocument>(`api/document${query({ file })}`),
  /** `base` is the revision that the text was made of; empty for a file that is to be new. */
  save: (file: string, base: string, text: string, keep = false) =>
    ask<{ revision: string; saved: number }>(
      `api/document${query({ file, ...(base === '' ? {} : { base }), ...(keep ? { keep: 'yes' } : {}) })}`,
      {
        method: 'PUT',
        body: text,
      },
    ),
  preview: (file: string, lang: string, longer = false) =>
    ask<PreviewPage>(`api/preview${query({ file, lang, ...(longer ? { longer: 'yes' } : {}) })}`),
  paper: (kind: PaperKind, file: string, lang: string, longer = false) =>
    ask<PaperPreview>(`api/paper${query({ kind, file, lang, ...(longer ? { longer: 'yes' } : {}) })}`),
  paperFile: (key: string) => bytesOf(`paper${query({ key })}`),
  stale: (file: string, agreed: readonly TranslatedFrom[] = []) =>
    post<readonly TranslatedFrom[]>(`api/translations${query({ file })}`, { agreed }),
  rule: (code: string) => ask<RuleText>(`api/rule${query({ code })}`),
  listen: (file: string, lang: string) => ask<HeardPage>(`api/listen${query({ file, lang })}`),
  versions: (file: string) => ask<VersionList>(`api/versions${query({ file })}`),
  version: (file: string, id: string) => ask<{ text: string }>(`api/version${query({ file, id })}`),
  versionPreview: (file: string, id: string, lang: string) =>
    ask<PreviewPage>(`api/version-preview${query({ file, id, lang })}`),
  putPicture: (file: string, name: string, bytes: Blob) =>
    ask<{ src: string }>(`picture${query({ file, name })}`, { method: 'PUT', body: bytes }),
  made: (file: string) => ask<readonly MadeFile[]>(`api/made${query({ file })}`),
  make: (file: string, order: object, signal: AbortSignal) => steps(`api/make${query({ file })}`, order, signal),
  fileAddress: (file: string, name: string) => `made${query({ file, name })}`,
  zipAddress: (file: string) => `zip${query({ file })}`,
  pictureAddress: (file: string, src: string) => `picture${query({ file, src })}`,
};

/** One object of each line, as they come. Throws `ServerError` where it is refused; a stop ends it. */
async function* steps(path: string, body: object, signal: AbortSignal): AsyncGenerator<MakingStep> {
  const headers = { 'x-etrati-studio': '1' };
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body), signal }).catch(() => null);
  if (response === null) {
    if (signal.aborted) return;
    throw new ServerError(0, 'gone', '');
  }
  if (!response.ok || response.body === null) {
    const refusal = (await response.json().catch(() => ({}))) as Refusal;
    throw refused(response.status, refusal);
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
    if (done) return;
    const lines = `${rest}${value}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line);
  }
}

/** Calls the listener with each event; says of itself when the server goes and comes. */
export function listen(listener: (event: StudioEvent) => void, connected: (isThere: boolean) => void): () => void {
  const source = new EventSource('events');
  source.onopen = () => connected(true);
  source.onerror = () => connected(false);
  source.onmessage = ({ data }) => listener(JSON.parse(data));
  return () => source.close();
}
