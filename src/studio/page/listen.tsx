/** What a screen reader will say of the page, in order: the keyboard’s way to do what a click on a word does. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { HeardLine, HeardPage } from '../protocol.ts';
import { server } from './api.ts';
import { useDesk } from './desk.tsx';
import { Icon } from './icons.tsx';
import { Radios } from './radios.tsx';
import { useWords } from './speech.ts';
import { localVoice, readAloud } from './voice.ts';
import { languageName } from './words.ts';

const views = ['all', 'headings', 'links'] as const;
type View = (typeof views)[number];

const isIn = ({ kind }: HeardLine, view: View) =>
  view === 'all' || (view === 'headings' ? kind === 'heading' : kind === 'link');

/** Lines around the selection that are drawn; a report has thousands. */
const around = 150;

export function ListenPane() {
  const { store, goTo } = useDesk();
  const { say, language } = useWords();
  const [heard, hear] = useState<(HeardPage & { readonly of: typeof store.drawing.last }) | null>(null);
  const [view, choose] = useState<View>('all');
  const [isAll, showAll] = useState(false);
  const { drawing, selection } = store;
  const { last: preview, language: previewLanguage } = drawing;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (preview === null) return;
    if (!drawing.isDrawn) return hear((before) => before && { ...before, of: preview });
    let isWanted = true;
    void server.listen(store.file, previewLanguage).then(
      (page) => isWanted && hear({ ...page, of: preview }),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [preview, previewLanguage, store]);
  const lines = (heard?.lines ?? []).filter((line) => isIn(line, view));
  const path = selection?.path ?? null;
  const current = path === null ? -1 : currentOf(lines, path);
  const from = isAll ? 0 : Math.max(0, Math.min(current - 20, lines.length - around));
  // Whether it is the page of the text as it stands.
  const isNew = heard !== null && heard.of === preview && !drawing.isGoingOn && store.saveState === 'saved';
  const shown = isAll ? lines : lines.slice(from, from + around);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current, heard]);
  return (
    <section id="listen" class="listen" aria-labelledby="listen-title">
      <div class="pane-head">
        <h2 id="listen-title" tabIndex={-1}>
          {say('listen')}
        </h2>
        <Radios
          legend={say('listenShow')}
          value={view}
          options={views.map((value) => ({ value, label: say(`listen.${value}`) }))}
          choose={(value) => choose(views.find((each) => each === value) ?? 'all')}
        />
        <ReadAloud lines={lines.slice(Math.max(0, current))} />
      </div>
      <p class="quiet listen-about">{say('listenAbout', { language: languageName(previewLanguage, language) })}</p>
      {from > 0 && (
        <p class="listen-more">
          <button type="button" class="as-link" onClick={() => showAll(true)}>
            {say('listenBefore', { n: from })}
          </button>
        </p>
      )}
      <ol ref={list} class="heard" data-shown={isNew ? path : undefined}>
        {shown.map((line, index) => (
          <Line
            key={from + index}
            line={line}
            isCurrent={from + index === current}
            go={() => {
              if (line.path !== null) goTo(line.path);
            }}
          />
        ))}
      </ol>
      {from + shown.length < lines.length && (
        <p class="listen-more">
          <button type="button" class="as-link" onClick={() => showAll(true)}>
            {say('listenAfter', { n: lines.length - from - shown.length })}
          </button>
        </p>
      )}
    </section>
  );
}

/** The line of a field, or of the part that it is in. */
function currentOf(lines: readonly HeardLine[], path: string): number {
  const whole = lines.findIndex((line) => line.path === path);
  if (whole >= 0) return whole;
  const part = lines.findIndex(({ paths }) => paths.includes(path));
  if (part >= 0) return part;
  const text = path.replace(/\.[a-z]{2,3}$/, '');
  return lines.findIndex(({ paths }) =>
    paths.some((each) => each.startsWith(`${text}.`) || each.startsWith(`${text}[`)),
  );
}

function Line({
  line,
  isCurrent,
  go,
}: {
  readonly line: HeardLine;
  readonly isCurrent: boolean;
  readonly go: () => void;
}) {
  const { store } = useDesk();
  const { say } = useWords();
  const { pieces, kind, path, depth } = line;
  const words = (
    <>
      {pieces[0]?.own === true ? null : <span class="unspoken">({say('heardText')}) </span>}
      {pieces.map((piece, index) => (
        <span key={index} class={piece.own ? 'role' : ''} lang={piece.lang ?? store.drawing.language}>
          {piece.text}{' '}
        </span>
      ))}
    </>
  );
  return (
    <li class={`heard-${kind}`} style={{ paddingInlineStart: `${Math.min(depth, 4) * 0.8}rem` }}>
      {path === null ? (
        <p aria-current={isCurrent ? 'true' : undefined}>{words}</p>
      ) : (
        <button type="button" data-heard={path} aria-current={isCurrent ? 'true' : undefined} onClick={go}>
          {words}
        </button>
      )}
    </li>
  );
}

/** Only with a voice of this computer: words are sent nowhere. */
function ReadAloud({ lines }: { readonly lines: readonly HeardLine[] }) {
  const { store } = useDesk();
  const { say, language } = useWords();
  const tag = store.drawing.language;
  const [voice, take] = useState(() => localVoice(tag));
  const [isReading, read] = useState(false);
  useEffect(() => {
    const follow = () => take(localVoice(tag));
    follow();
    globalThis.speechSynthesis?.addEventListener('voiceschanged', follow);
    return () => {
      globalThis.speechSynthesis?.removeEventListener('voiceschanged', follow);
      globalThis.speechSynthesis?.cancel();
    };
  }, [tag]);
  if (voice === null)
    return <p class="quiet small no-voice">{say('noVoice', { language: languageName(tag, language) })}</p>;
  const toggle = () => {
    if (isReading) globalThis.speechSynthesis.cancel();
    else readAloud(lines, tag, voice, () => read(false));
    read(!isReading);
  };
  return (
    <button type="button" class="read-aloud" onClick={toggle}>
      <Icon name="play" /> {say(isReading ? 'stop' : 'readAloud')}
    </button>
  );
}
