/** The studio's page. */
import './styles.css';
import './sheet/sheet.css';
import './listen.css';
import './paper/paper.css';
import './translate/translate.css';
import './json/json.css';
import './versions/versions.css';
import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ProjectInfo } from '../protocol.ts';
import { alarm } from './announce.ts';
import { hearIn, listen, ServerError, server } from './api.ts';
import { CheckView } from './check.tsx';
import { DeskContext, useStore } from './desk.tsx';
import { EditView } from './edit.tsx';
import { FilesView } from './files.tsx';
import { goToField } from './focus.ts';
import { useHeadingFocus } from './heading-focus.ts';
import { useHeldRoute } from './held-route.ts';
import { JsonView } from './json/view.tsx';
import type { Route } from './route.ts';
import { DocumentShell, StartHead } from './shell.tsx';
import { SpeechContext, useWords } from './speech.ts';
import { Start } from './start.tsx';
import { DocumentStore } from './store.ts';
import { TranslateView } from './translate/translate.tsx';
import { VersionsView } from './versions/versions.tsx';
import { type PageLanguage, pageLanguages, sayIn } from './words.ts';

function App() {
  const [language, speak] = useState<PageLanguage>(firstLanguage);
  const speech = useMemo(() => ({ language, say: sayIn(language) }), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
    hearIn(language);
    try {
      localStorage.setItem('language', language);
    } catch {
      // A browser that keeps nothing asks again.
    }
  }, [language]);
  return (
    <SpeechContext.Provider value={speech}>
      <Screens speak={speak} />
      <div id="live-polite" class="hidden" role="status" aria-live="polite" />
      <div id="live-assertive" class="hidden" role="alert" aria-live="assertive" />
    </SpeechContext.Provider>
  );
}

function firstLanguage(): PageLanguage {
  try {
    const kept = localStorage.getItem('language');
    const wish = [kept, ...navigator.languages].map((tag) => tag?.split('-')[0]);
    return (
      pageLanguages.find((tag) => wish.find((each) => pageLanguages.some((known) => known === each)) === tag) ?? 'en'
    );
  } catch {
    return 'en';
  }
}

function Screens({ speak }: { readonly speak: (language: PageLanguage) => void }) {
  const { say } = useWords();
  const [project, takeProject] = useState<ProjectInfo | null>(null);
  const [store, takeStore] = useState<DocumentStore | null>(null);
  const route = useHeldRoute(store);
  const [fault, blame] = useState('');
  const file = route.view === 'start' ? null : route.file;

  const reload = async () => takeProject(await server.project());
  useEffect(() => {
    if (file !== null) return;
    void reload().catch(() => undefined);
  }, [file]);
  useEffect(() => {
    if (file === null) return takeStore(null);
    let isWanted = true;
    blame('');
    server.open(file).then(
      (open) => isWanted && takeStore(new DocumentStore(open)),
      (error: unknown) => isWanted && blame(error instanceof ServerError ? error.message : String(error)),
    );
    return () => {
      isWanted = false;
    };
  }, [file]);
  useEffect(() => {
    let wasGone = false;
    return listen(
      (event) => {
        if (event.type === 'project' && file === null) void reload();
        if (event.type === 'redraw' && event.file === store?.file) store.drawing.again();
        if (event.type === 'changed' && event.file === store?.file) void store.changedOnDisk(event.revision);
      },
      (isThere) => {
        if (!isThere && !wasGone) alarm(say('serverGone'));
        if (isThere && wasGone) void store?.save();
        wasGone = !isThere;
      },
    );
  }, [file, store, say]);
  useEffect(() => {
    const hold = (event: BeforeUnloadEvent) => {
      if (store !== null && store.saveState !== 'saved') event.preventDefault();
    };
    addEventListener('beforeunload', hold);
    return () => removeEventListener('beforeunload', hold);
  }, [store]);

  const isThere = file === null ? project !== null : store?.file === file;
  useHeadingFocus(fault !== '' || isThere ? `${file} ${fault}` : null);

  if (route.view === 'start')
    return (
      <>
        <StartHead speak={speak} />
        {project === null ? <p class="loading">{say('loading')}</p> : <Start project={project} reload={reload} />}
      </>
    );
  if (fault !== '')
    return (
      <>
        <StartHead speak={speak} />
        <main class="start">
          <h1>{say('notFound')}</h1>
          <p>{fault}</p>
          <p>
            <a href="#/">{say('documents')}</a>
          </p>
        </main>
      </>
    );
  if (store === null || store.file !== file) return <p class="loading">{say('loading')}</p>;
  return <OpenScreen route={route} store={store} speak={speak} />;
}

function OpenScreen(props: {
  readonly route: Exclude<Route, { view: 'start' }>;
  readonly store: DocumentStore;
  readonly speak: (language: PageLanguage) => void;
}) {
  const { route, store, speak } = props;
  useStore(store);
  const desk = {
    store,
    isReadOnly: !store.isSound || store.asks,
    goTo: (path: string, word: string | null = null) => goToField(store, path, word),
  };
  return (
    <DeskContext.Provider value={desk}>
      <DocumentShell route={route} speak={speak}>
        <OpenView route={route} />
      </DocumentShell>
    </DeskContext.Provider>
  );
}

function OpenView({ route }: { readonly route: Exclude<Route, { view: 'start' }> }) {
  switch (route.view) {
    case 'json':
      return <JsonView part={route.part} />;
    case 'check':
      return <CheckView />;
    case 'files':
      return <FilesView />;
    case 'translate':
      return <TranslateView />;
    case 'versions':
      return <VersionsView />;
    case 'edit':
      return <EditView part={route.part} beside="preview" />;
  }
}

const place = document.getElementById('app');
if (place !== null) render(<App />, place);
