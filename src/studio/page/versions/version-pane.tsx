/** One version: how it differs from the document as it is now, how it looks, and the way back to it. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DocumentVersion, PreviewPage } from '../../protocol.ts';
import { announce } from '../announce.ts';
import { ServerError, server } from '../api.ts';
import { useDesk } from '../desk.tsx';
import { parseText } from '../edits.ts';
import { FindingText } from '../findings.tsx';
import { Icon } from '../icons.tsx';
import { PageFrame } from '../page-frame.ts';
import { Radios } from '../radios.tsx';
import { useWords } from '../speech.ts';
import { languageName, momentText } from '../words.ts';
import { DifferenceList } from './difference-list.tsx';

export function VersionPane({ version }: { readonly version: DocumentVersion }) {
  const { store } = useDesk();
  const { say } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const [text, take] = useState<string | null>(null);
  const [fault, blame] = useState('');
  const [view, show] = useState('compare');
  useEffect(() => {
    heading.current?.focus();
    server.version(store.file, version.id).then(
      (found) => take(found.text),
      (error: unknown) => blame(error instanceof ServerError ? error.message : String(error)),
    );
  }, [store, version.id]);
  const when = momentText(version.when, say);
  const isThere = text === store.text;
  const canGoBack = text !== null && !isThere && !store.asks;
  const goBack = () => {
    if (text === null || !canGoBack) return;
    store.goBackTo(text);
    announce(say('wentBack', { when }));
    heading.current?.focus();
  };
  return (
    <section class="only version" aria-labelledby="version-title">
      <div class="form-head">
        <h2 id="version-title" tabIndex={-1} ref={heading}>
          {say('versionOf', { when })}
        </h2>
        <button type="button" class="primary" aria-disabled={!canGoBack} onClick={goBack}>
          <Icon name="undo" /> {say('goBackTo')}
        </button>
      </div>
      {store.asks && <p class="fault">{say('goBackLater')}</p>}
      {fault !== '' && (
        <p class="fault" role="alert">
          <Icon name="error" /> {fault}
        </p>
      )}
      <div class="version-bar">
        <Radios
          legend={say('versionShow')}
          value={view}
          options={[
            { value: 'compare', label: say('compare') },
            { value: 'look', label: say('look') },
          ]}
          choose={show}
        />
      </div>
      {text !== null && (view === 'look' ? <Look version={version} text={text} /> : <Compared text={text} />)}
    </section>
  );
}

/** What the document says now in the place of what it said then. */
function Compared({ text }: { readonly text: string }) {
  const { store } = useDesk();
  const { say } = useWords();
  const then = useMemo(() => parseText(text), [text]);
  if (text === store.text) return <p>{say('sameAsNow')}</p>;
  if (!store.isSound) return <p>{say('brokenNow')}</p>;
  if (!then.isSound) return <p>{say('changesUntold')}</p>;
  return (
    <DifferenceList
      before={{ label: say('then'), value: then.value }}
      after={{ label: say('now'), value: store.value }}
      isChange
    />
  );
}

/** The web page of the version; of one that cannot be drawn, why, and its text. */
function Look({ version, text }: { readonly version: DocumentVersion; readonly text: string }) {
  const { store } = useDesk();
  const { say, language } = useWords();
  const [lang, choose] = useState(store.drawing.language);
  const [page, take] = useState<PreviewPage | null>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    let isWanted = true;
    void server.versionPreview(store.file, version.id, lang).then(
      (drawn) => isWanted && take(drawn),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [store, version.id, lang]);
  const html = page?.html ?? null;
  useEffect(() => {
    if (frame.current === null || html === null) return;
    const made = new PageFrame(frame.current, () => undefined);
    made.show(html);
    return () => made.close();
  }, [html]);
  const error = page?.findings.find(({ severity }) => severity === 'error');
  return (
    <>
      <div class="version-bar">
        <Radios
          legend={say('language')}
          value={lang}
          options={store.languages.map((tag) => ({ value: tag, label: languageName(tag, language) }))}
          choose={choose}
        />
      </div>
      {page === null && <p class="loading">{say('drawing')}</p>}
      {page !== null && html === null && (
        <>
          <p class="fault">
            <Icon name="error" /> {say('versionBroken')}{' '}
            {error !== undefined && <FindingText finding={error} withMend={false} />}
          </p>
          <pre class="json-value">{text}</pre>
        </>
      )}
      {html !== null && (
        <div class="frame">
          <iframe
            key={lang}
            ref={frame}
            src="preview"
            sandbox="allow-same-origin"
            title={say('versionPage', { when: momentText(version.when, say), language: languageName(lang, language) })}
          />
        </div>
      )}
    </>
  );
}
