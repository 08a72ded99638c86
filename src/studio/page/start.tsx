/** The first screen: the documents of the project, and new ones from examples. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DocumentInfo, FindingCount, ProjectInfo } from '../protocol.ts';
import { announce } from './announce.ts';
import { ServerError, server } from './api.ts';
import { Cover } from './cover.tsx';
import { Icon } from './icons.tsx';
import { addressOf, go } from './route.ts';
import { useWords } from './speech.ts';
import { languageName, type WordKey, whenText } from './words.ts';

export function Start({ project, reload }: { readonly project: ProjectInfo; readonly reload: () => Promise<void> }) {
  const { say, language } = useWords();
  const [sought, seek] = useState('');
  const [isBinOpen, openBin] = useState(false);
  const found = project.documents.filter((each) => nameOf(each, language).toLowerCase().includes(sought.toLowerCase()));
  const create = async (kind: string) => {
    const made = await orSaid(server.create(kind));
    if (made !== null) go({ view: 'edit', file: made.file, part: '' });
  };
  return (
    <main id="main" class="start">
      <div class="start-head">
        <h1 tabIndex={-1}>{say('documents')}</h1>
        <p class="quiet">
          {say('inFolder')} <strong>{project.folder}</strong> {say('onComputer')}
        </p>
        {project.documents.length > 3 && (
          <div class="seek">
            <label for="seek">{say('find')}</label>
            <input id="seek" type="search" value={sought} onInput={(event) => seek(event.currentTarget.value)} />
          </div>
        )}
      </div>
      {project.documents.length === 0 ? (
        <p class="lead">{say('emptyFolder')}</p>
      ) : (
        <table class="documents">
          <thead>
            <tr>
              <th scope="col">{say('document')}</th>
              <th scope="col">{say('languages')}</th>
              <th scope="col">{say('findings')}</th>
              <th scope="col">{say('files')}</th>
              <th scope="col">{say('changed')}</th>
              <th scope="col">
                <span class="hidden">{say('actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.map((each) => (
              <DocumentRow key={each.file} info={each} reload={reload} />
            ))}
          </tbody>
        </table>
      )}
      <div class="start-foot">
        {project.bin.length > 0 && (
          <p>
            {say('binHolds', { n: project.bin.length })}{' '}
            <button type="button" class="as-link" aria-expanded={isBinOpen} onClick={() => openBin(!isBinOpen)}>
              {say(isBinOpen ? 'closeBin' : 'openBin')}
            </button>
          </p>
        )}
        <p class="quiet">{say('nothingLeaves')}</p>
      </div>
      {isBinOpen && project.bin.length > 0 && <Bin bin={project.bin} reload={reload} />}
      <h2>{say('newFrom')}</h2>
      <ul class="examples">
        {project.examples.map(({ kind, title }) => {
          const name = say(`kind.${kind}` as WordKey);
          return (
            <li key={kind}>
              <Cover kind={kind} />
              <div>
                <h3>{name}</h3>
                <p>{say(`about.${kind}` as WordKey) || title}</p>
                <button type="button" aria-label={say('startNamed', { name })} onClick={() => void create(kind)}>
                  {say('start')}
                </button>
              </div>
            </li>
          );
        })}
      </ul>
    </main>
  );
}

export function nameOf({ title, file }: DocumentInfo, language: string): string {
  return title?.[language] ?? Object.values(title ?? {})[0] ?? file;
}

async function orSaid<T>(asked: Promise<T>): Promise<T | null> {
  return asked.catch((error: unknown) => {
    if (!(error instanceof ServerError)) throw error;
    announce(error.message);
    return null;
  });
}

function DocumentRow({ info, reload }: { readonly info: DocumentInfo; readonly reload: () => Promise<void> }) {
  const { say, language } = useWords();
  const [count, take] = useState<FindingCount | 'unread' | null>(null);
  const [isRenaming, rename] = useState(false);
  const { file, changed } = info;
  const name = nameOf(info, language);
  useEffect(() => {
    let isThere = true;
    void server.count(file).then(
      (found) => isThere && take(found),
      () => isThere && take('unread'),
    );
    return () => {
      isThere = false;
    };
  }, [file, changed]);
  const duplicate = async () => {
    if ((await orSaid(server.duplicate(file))) !== null) await reload();
  };
  const bin = async () => {
    if ((await orSaid(server.delete(file))) === null) return;
    await reload();
    document.querySelector<HTMLElement>('h1')?.focus();
  };
  return (
    <tr>
      <th scope="row">
        <a href={addressOf({ view: 'edit', file, part: '' })}>
          <bdi>{name}</bdi>
        </a>
        <span class="quiet small">
          {say(`kind.${info.kind}` as WordKey)} · <bdi>{file.split('/').at(-1)}</bdi>
        </span>
        {isRenaming && <Rename file={file} reload={reload} close={() => rename(false)} />}
      </th>
      <td>{info.languages.map((tag) => languageName(tag, language)).join(', ')}</td>
      <td>
        <Count count={count} />
      </td>
      <td>
        <Files info={info} />
      </td>
      <td>{whenText(changed, say)}</td>
      <td class="row-actions">
        <button type="button" aria-label={say('duplicateNamed', { name })} onClick={() => void duplicate()}>
          {say('duplicate')}
        </button>
        <details class="menu">
          <summary aria-label={say('more', { name })}>
            <span aria-hidden="true">···</span>
          </summary>
          <div>
            <button type="button" onClick={() => rename(true)}>
              {say('rename')}
            </button>
            <button type="button" onClick={() => void bin()}>
              {say('delete')}
            </button>
          </div>
        </details>
      </td>
    </tr>
  );
}

function Count({ count }: { readonly count: FindingCount | 'unread' | null }) {
  const { say } = useWords();
  if (count === null) return <span class="quiet">{say('counting')}</span>;
  if (count === 'unread')
    return (
      <span class="needs">
        <Icon name="error" /> {say('notCounted')}
      </span>
    );
  const { errors, warnings } = count;
  if (errors + warnings === 0)
    return (
      <span class="good">
        <Icon name="check" /> {say('none')}
      </span>
    );
  return (
    <span class="needs">
      <Icon name={errors > 0 ? 'error' : 'warning'} />{' '}
      {[
        ...(errors > 0 ? [say('errorsCount', { n: errors })] : []),
        ...(warnings > 0 ? [say('warningsCount', { n: warnings })] : []),
      ].join(', ')}
    </span>
  );
}

function Files({ info: { files } }: { readonly info: DocumentInfo }) {
  const { say } = useWords();
  if (files.state === 'none')
    return (
      <span class="quiet">
        <Icon name="note" /> {say('filesNone')}
      </span>
    );
  if (files.state === 'stale')
    return (
      <span class="needs">
        <Icon name="warning" /> {say('filesStale')}
      </span>
    );
  const when = whenText(files.made ?? 0, say);
  return (
    <span class="good">
      <Icon name="check" /> {say('filesFresh', { when, n: files.count })}
    </span>
  );
}

function Rename({
  file,
  reload,
  close,
}: {
  readonly file: string;
  readonly reload: () => Promise<void>;
  readonly close: () => void;
}) {
  const { say } = useWords();
  const [name, take] = useState((file.split('/').at(-1) ?? '').replace(/\.json$/, ''));
  const [fault, blame] = useState('');
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.select(), []);
  const save = async (event: Event) => {
    event.preventDefault();
    const failed = await server.rename(file, name).then(
      () => '',
      (error: unknown) => (error instanceof ServerError ? error.message : String(error)),
    );
    if (failed !== '') return blame(failed);
    close();
    await reload();
  };
  return (
    <form class="rename" onSubmit={(event) => void save(event)}>
      <label>
        {say('newName')}
        <input
          ref={box}
          value={name}
          aria-invalid={fault !== ''}
          onInput={(event) => take(event.currentTarget.value)}
        />
      </label>
      {fault !== '' && (
        <p class="fault" role="alert">
          <Icon name="error" /> {fault}
        </p>
      )}
      <button type="submit">{say('save')}</button>
      <button type="button" onClick={close}>
        {say('cancel')}
      </button>
    </form>
  );
}

function Bin({ bin, reload }: { readonly bin: ProjectInfo['bin']; readonly reload: () => Promise<void> }) {
  const { say } = useWords();
  const restore = async (name: string) => {
    if ((await orSaid(server.restore(name))) !== null) await reload();
  };
  return (
    <ul class="bin">
      {bin.map(({ name, file, deleted }) => (
        <li key={name}>
          {file} <span class="quiet">{whenText(deleted, say)}</span>
          <button type="button" aria-label={say('restoreNamed', { name: file })} onClick={() => void restore(name)}>
            {say('restore')}
          </button>
        </li>
      ))}
    </ul>
  );
}
