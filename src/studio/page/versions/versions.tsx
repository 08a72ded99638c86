/** The versions of a document: when each stood there, what was changed in it, how it differs from now, and the way back to it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DataDifferences } from '../../differences.ts';
import type { VersionList } from '../../protocol.ts';
import { server } from '../api.ts';
import { useDesk } from '../desk.tsx';
import { pathOf } from '../edits.ts';
import { placeName } from '../form-model.ts';
import { addressOf } from '../route.ts';
import { type Speech, useWords } from '../speech.ts';
import { momentText } from '../words.ts';
import { VersionPane } from './version-pane.tsx';

export function VersionsView() {
  const { store } = useDesk();
  const words = useWords();
  const { say } = words;
  const heading = useRef<HTMLHeadingElement>(null);
  const [list, take] = useState<VersionList | null>(null);
  const [chosen, choose] = useState<string | null>(null);
  const { savedAt, file } = store;
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    let isWanted = true;
    void server.versions(file).then(
      (found) => isWanted && take(found),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [file, savedAt]);
  const versions = list?.versions ?? [];
  const version = versions.find(({ id }) => id === chosen) ?? null;
  return (
    <div class="files versions">
      <main id="form" class="form">
        <div class="form-head">
          <h1 tabIndex={-1} ref={heading}>
            {say('versions')}
          </h1>
          <p>
            <a href={addressOf({ view: 'edit', file, part: '' })}>{say('showForm')}</a>
          </p>
        </div>
        <p class="quiet">{say('versionsAbout')}</p>
        {list === null ? (
          <p class="loading">{say('loading')}</p>
        ) : versions.length === 0 ? (
          <p>{say('noVersions')}</p>
        ) : (
          <ol class="version-list">
            <li>
              <p class="label">{say('now')}</p>
              <p>{changeText(list.changedSince, store, words)}</p>
            </li>
            {versions.map(({ id, when, changes }, index) => (
              <li key={id}>
                <button type="button" aria-current={id === chosen ? 'true' : undefined} onClick={() => choose(id)}>
                  <span class="label">{momentText(when, say)}</span>
                  <span>{index === versions.length - 1 ? say('firstVersion') : changeText(changes, store, words)}</span>
                </button>
              </li>
            ))}
          </ol>
        )}
      </main>
      {version === null ? (
        <section class="only version" aria-labelledby="version-title">
          <h2 id="version-title" tabIndex={-1}>
            {say('version')}
          </h2>
          <p class="quiet">{say('chooseVersion')}</p>
        </section>
      ) : (
        <VersionPane key={version.id} version={version} />
      )}
    </div>
  );
}

type Placed = Pick<ReturnType<typeof useDesk>['store'], 'form' | 'value'>;

/** What was changed, in words: the first few places, and how many more there are. */
function changeText(changes: DataDifferences | null, { form, value }: Placed, words: Speech): string {
  const { say } = words;
  if (changes === null) return say('changesUntold');
  if (changes.count === 0) return say('nothingChanged');
  const places = changes.shown.map(({ path }) => (form === null ? path : placeName(form, value, pathOf(path), words)));
  const more = changes.count - places.length;
  return [places.join('; '), ...(more > 0 ? [say('andMore', { n: more })] : [])].join('; ');
}
