/** Files as they are sent: alone, as a zip archive, or as the parts of one body. */
import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import type { Diagnostic } from '../diagnostics.ts';
import { mediaType } from '../many/s3.ts';
import type { StoredFile } from '../many/store.ts';
import type { SentAnswer } from './keys.ts';
import { Problem } from './problem.ts';

/** Archives have no earlier time, and no time makes two that are made of the same differ. */
const noTime = new Date(1980, 0, 1);
const findingsName = 'findings.json';

/** What clients that send JSON accept by themselves (`curl --json` is one): it is about problems, no document is JSON. */
const forProblems: ReadonlySet<string> = new Set(['', 'application/json', 'application/problem+json']);

/** The forms that a request accepts, by its `Accept`; all where it says nothing of documents. */
function isAccepted(accept: string | null, type: string): boolean {
  const [kind = ''] = type.split('/');
  const parts = (accept ?? '').split(',').map((part) => part.split(';').map((each) => each.trim().toLowerCase()));
  if (parts.every(([range = '']) => forProblems.has(range))) return true;
  return parts.some(([range = '', ...parameters]) => {
    if (parameters.some((each) => /^q=0(?:\.0*)?$/.test(each))) return false;
    return range === type || range === '*/*' || range === `${kind}/*`;
  });
}

/** One file goes alone, several as an archive, unless the request accepts something else only. Throws a `Problem`. */
export function answerWith(
  files: readonly StoredFile[],
  findings: readonly Diagnostic[],
  accept: string | null,
): SentAnswer {
  const warnings = { 'etrati-warnings': String(findings.length) };
  const [first] = files;
  const bare = first && mediaType(first.file).replace(/;.*/, '');
  const isAlone = files.length === 1 && bare !== undefined && isAccepted(accept, bare);
  if (isAlone && first !== undefined)
    return {
      status: 200,
      headers: { 'content-type': mediaType(first.file), ...disposition(first.file), ...warnings },
      body: first.bytes,
    };
  const all = [...files, { file: findingsName, bytes: strToU8(`${JSON.stringify(findings, null, 2)}\n`) }];
  if (isAccepted(accept, 'application/zip'))
    return {
      status: 200,
      headers: { 'content-type': 'application/zip', ...disposition('documents.zip'), ...warnings },
      body: zipOf(all),
    };
  if (isAccepted(accept, 'multipart/mixed')) {
    const { boundary, body } = partsOf(all);
    return { status: 200, headers: { 'content-type': `multipart/mixed; boundary=${boundary}`, ...warnings }, body };
  }
  const alone = files.length === 1 ? `${bare}, ` : '';
  throw new Problem('not-acceptable', `Accept ${alone}application/zip or multipart/mixed.`);
}

function zipOf(files: readonly StoredFile[]): Uint8Array {
  // PDF and DOCX are packed already.
  return zipSync(
    Object.fromEntries(
      files.map(({ file, bytes }) => [
        file,
        [bytes, { level: /\.(?:pdf|docx)$/.test(file) ? 0 : 6, mtime: noTime }] as const,
      ]),
    ),
  );
}

function partsOf(files: readonly StoredFile[]): { readonly boundary: string; readonly body: Uint8Array } {
  const hash = createHash('sha256');
  for (const { bytes } of files) hash.update(bytes);
  // Of a hash of all of it, no part can have it but by chance.
  const boundary = hash.digest('hex').slice(0, 40);
  const pieces = files.flatMap(({ file, bytes }) => [
    strToU8(
      `--${boundary}\r\nContent-Type: ${mediaType(file)}\r\nContent-Disposition: ${disposition(file)['content-disposition']}\r\n\r\n`,
    ),
    bytes,
    strToU8('\r\n'),
  ]);
  return { boundary, body: Buffer.concat([...pieces, strToU8(`--${boundary}--\r\n`)]) };
}

/** Names in Georgian as RFC 6266 has them. */
export function disposition(file: string): { readonly 'content-disposition': string } {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const plain = name.replaceAll(/[^\w.-]/g, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return { 'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${whole}` };
}
