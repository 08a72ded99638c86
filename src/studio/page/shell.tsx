/** What stands around every view: head, steps, what is saved, the keys. */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { alarm, announce } from './announce.ts';
import { Conflict } from './conflict.tsx';
import { useDesk } from './desk.tsx';
import { Dock } from './dock.tsx';
import { saveAsFile } from './file-out.ts';
import { goToField, goToHeard, goToPane, nextPane } from './focus.ts';
import { findingAfter, wordOf } from './found.ts';
import { Help } from './help.tsx';
import { Icon } from './icons.tsx';
import { addressOf, type Route, routeOf } from './route.ts';
import { useWords } from './speech.ts';
import { takeStep } from './steps.ts';
import type { DocumentStore } from './store.ts';
import { type PageLanguage, pageLanguages, type Say, sayIn, timeText, type WordKey } from './words.ts';

function LanguageSwitch({ speak }: { readonly speak: (language: PageLanguage) => void }) {
  const { language } = useWords();
  return (
    <ul class="page-languages">
      {pageLanguages.toReversed().map((tag) => (
        <li key={tag}>
          <button type="button" class="as-link" lang={tag} aria-pressed={tag === language} onClick={() => speak(tag)}>
            {sayIn(tag)('ownName')}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Lanes() {
  return (
    <div class="lanes" aria-hidden="true">
      <i />
      <i />
      <i />
      <i />
      <i />
    </div>
  );
}

export function StartHead({ speak }: { readonly speak: (language: PageLanguage) => void }) {
  const { say } = useWords();
  useEffect(() => {
    document.title = `${say('documents')} – Etrati ${say('studio')}`;
  }, [say]);
  // Two arcs: a lane that is outside in the first is inside in the second, so that all keep their order.
  const lane = (offset: number) => {
    const [first, second] = [40 + offset, 40 - offset];
    return `M0 ${112 + offset}H690A${first} ${first} 0 0 0 ${730 + offset} 72A${second} ${second} 0 0 1 770 ${32 + offset}H1400`;
  };
  return (
    <header class="start-banner">
      <p class="brand">
        <strong>Etrati</strong> {say('studio')}
      </p>
      <svg class="banner-lanes" viewBox="0 0 1400 164" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
        {[-24, -12, 0, 12, 24].map((offset, index) => (
          <path key={offset} class={`lane-${index}`} d={lane(offset)} />
        ))}
        <circle class="lane-ring" cx="730" cy="72" r="9" />
      </svg>
      <LanguageSwitch speak={speak} />
    </header>
  );
}

const steps = ['edit', 'check', 'translate', 'files'] as const;

export function DocumentShell(props: {
  readonly route: Exclude<Route, { view: 'start' }>;
  readonly speak: (language: PageLanguage) => void;
  readonly children: ComponentChildren;
}) {
  const { route, speak, children } = props;
  const { store } = useDesk();
  const { say, language } = useWords();
  const title = titleOf(store.get(['title']), language) ?? store.file;
  const kind = say(`kind.${store.kind}` as WordKey);
  // JSON and versions are ways to edit.
  const current = steps.find((step) => step === route.view) ?? 'edit';
  const count = store.findings.length;
  useEffect(() => {
    document.title = `${say(route.view === 'versions' ? 'versions' : current)} – ${title} – Etrati`;
  }, [say, current, title, route.view]);
  useKeys();
  return (
    <>
      <nav class="skips" aria-label={say('skips')}>
        <button type="button" onClick={() => goToPane('form')}>
          {say('skipForm')}
        </button>
        <button type="button" onClick={() => goToPane('preview')}>
          {say('skipPreview')}
        </button>
        <button type="button" onClick={() => goToPane('findings')}>
          {say('skipFindings')}
        </button>
      </nav>
      <header>
        <div class="head">
          <p class="brand">
            <Mark />
            <strong>Etrati</strong> <span class="brand-word">{say('studio')}</span>
          </p>
          <nav class="crumbs" aria-label={say('crumbs')}>
            <a href="#/">{say('documents')}</a> <span aria-hidden="true">/</span>{' '}
            <span class="crumb-title">
              {kind}: <bdi>{title}</bdi>
            </span>
          </nav>
          <SaveState />
          <LanguageSwitch speak={speak} />
          <Help />
        </div>
        <Lanes />
        <div class="stops-bar">
          <nav aria-label={say('steps')}>
            <ol class="stops">
              {steps.map((step) => (
                <li key={step}>
                  <a
                    href={addressOf({ view: step, file: store.file, part: '' })}
                    aria-current={step === current ? 'page' : undefined}
                  >
                    {say(step)}
                    {step === 'check' && count > 0 && (
                      <>
                        {' '}
                        <span class="badge" aria-hidden="true">
                          {count}
                        </span>
                        <span class="hidden">{say('findingsCount', { n: count })}</span>
                      </>
                    )}
                  </a>
                </li>
              ))}
            </ol>
          </nav>
          <div class="stops-actions">
            <UndoButtons />
            {current !== 'files' && (
              <a class="button primary" href={addressOf({ view: 'files', file: store.file, part: '' })}>
                {say('makeFiles')}
              </a>
            )}
          </div>
        </div>
      </header>
      <Conflict />
      {children}
      <Dock view={route.view} />
    </>
  );
}

function Mark() {
  return (
    <svg class="brand-mark" viewBox="0 0 24 12" width="24" height="12" aria-hidden="true">
      <path d="M0 9h7a3 3 0 0 0 3-3 3 3 0 0 1 6 0 3 3 0 0 1-6 0" />
      <path d="M12 3a3 3 0 0 1 3 3 3 3 0 0 0 3-3h6" />
    </svg>
  );
}

export function titleOf(title: unknown, language: string): string | null {
  const texts = Object.entries(Object(title));
  const own = texts.find(([tag]) => tag === language)?.[1] ?? texts[0]?.[1];
  return typeof own === 'string' && own !== '' ? own : null;
}

function SaveState() {
  const { store } = useDesk();
  const { say } = useWords();
  const { saveState, saveMessage } = store;
  useEffect(() => {
    if (saveState === 'failed') alarm(say('saveFailed', { message: saveMessage }));
    if (saveState === 'gone') alarm(say('serverGone'));
    if (saveState === 'conflict') alarm(`${say('conflict')} ${say('conflictHelp')}`);
    if (saveState === 'deleted') alarm(`${say('deletedElsewhere')} ${say('deletedHelp')}`);
  }, [saveState, saveMessage, say]);
  if (saveState === 'saved')
    return (
      <p class="save-state">
        <Icon name="check" /> {say('saved', { when: timeText(store.savedAt) })}
      </p>
    );
  if (saveState === 'saving') return <p class="save-state">{say('saving')}</p>;
  return (
    <p class="save-state needs">
      <Icon name="error" />{' '}
      {saveState === 'gone'
        ? say('serverGone')
        : saveState === 'failed'
          ? say('saveFailed', { message: saveMessage })
          : say('notSaved')}{' '}
      {!store.asks && (
        <>
          <button type="button" onClick={() => void store.save()}>
            {say('retry')}
          </button>{' '}
          <button
            type="button"
            onClick={() => saveAsFile(store.file.split('/').at(-1) ?? '', 'application/json', store.text)}
          >
            {say('saveAsFile')}
          </button>
        </>
      )}
    </p>
  );
}

function UndoButtons() {
  const { store } = useDesk();
  const { say } = useWords();
  return (
    <>
      <button
        type="button"
        class="quiet-button"
        aria-disabled={!store.canUndo}
        onClick={() => stepTo(store, 'undo', say)}
      >
        <Icon name="undo" /> {say('undo')}
      </button>
      <button
        type="button"
        class="quiet-button"
        aria-disabled={!store.canRedo}
        onClick={() => stepTo(store, 'redo', say)}
      >
        <Icon name="redo" /> {say('redo')}
      </button>
    </>
  );
}

/** Takes a step, and goes where it was. */
function stepTo(store: DocumentStore, which: 'undo' | 'redo', say: Say): void {
  const path = takeStep(store, which, say);
  // A step of the whole text is seen where the whole text is.
  const isOfAll = path === '$' && ['json', 'versions'].includes(routeOf(location.hash).view);
  if (path !== null && !isOfAll) goToField(store, path, null);
}

/** The keys of all views. Each has a button or a link that does the same. */
function useKeys(): void {
  const { store, goTo } = useDesk();
  const { say } = useWords();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // The editor of the JSON text has done it already.
      if (event.defaultPrevented) return;
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
      const key = event.key.toLowerCase();
      if (isCommand && key === 'z' && !event.shiftKey) stepTo(store, 'undo', say);
      else if (isCommand && (key === 'y' || (key === 'z' && event.shiftKey))) stepTo(store, 'redo', say);
      else if (isCommand && key === 's') {
        void store.save().then(() => store.saveState === 'saved' && announce(say('allSaved')));
      } else if (isCommand && event.key === 'Enter') {
        const tell = (what: 'missing' | 'late') => announce(say(what === 'late' ? 'heardLate' : 'notHeard'));
        if (!goToHeard(store, tell)) return;
      } else if (event.key === 'F6') {
        if (!nextPane(event.shiftKey ? -1 : 1)) return;
      } else if (event.key === 'F8') {
        const next = findingAfter(store.findings, store.selection?.path ?? null, event.shiftKey ? -1 : 1);
        if (next?.path) goTo(next.path, wordOf(next));
      } else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [store, goTo, say]);
}
