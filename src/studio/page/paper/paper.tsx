/** Pages of the PDF or of the print edition as pictures, one under the other, with the way to each. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { announce } from '../announce.ts';
import { useDesk } from '../desk.tsx';
import type { ShownPaper } from '../drawing.ts';
import { pathOf, valueAt } from '../edits.ts';
import { Icon } from '../icons.tsx';
import { Radios } from '../radios.tsx';
import { addressOf } from '../route.ts';
import { useWords } from '../speech.ts';
import { languageName } from '../words.ts';
import { changedPaths } from './geometry.ts';
import { PdfPages } from './pdf.ts';
import { SheetPicture } from './sheet-picture.tsx';

const sizes = { fit: 1, large: 2 } as const;
type Size = keyof typeof sizes;

/** What has changed is shown for so long, and not where most has. Milliseconds. */
const flashTime = 2000;
const mostFlashes = 20;
const none: ReadonlySet<string> = new Set();

export function PaperView({ paper }: { readonly paper: ShownPaper }) {
  const { store, goTo } = useDesk();
  const { say, language } = useWords();
  const list = useRef<HTMLOListElement>(null);
  const [size, zoom] = useState<Size>('fit');
  const [edges, choose] = useState('cut');
  const pages = usePages(paper);
  const changed = useChanged(paper);
  const density = useDensity();
  const { sheets, kind } = paper;
  const [current, go] = useCurrent(list, sheets.length);
  const marked = store.selection?.path ?? null;
  const isFolded = sheets.some(({ panels }) => panels.length > 0);

  useEffect(
    () => announce(say(isFolded ? 'sidesDrawn' : 'pagesDrawn', { n: sheets.length })),
    [kind, sheets.length, isFolded, say],
  );
  useLayoutEffect(() => {
    const area = list.current?.querySelector('.marked');
    const frame = list.current;
    if (frame === null || area === null || area === undefined) return;
    const [box, view] = [area.getBoundingClientRect(), frame.getBoundingClientRect()];
    if (box.bottom < view.top || box.top > view.bottom) frame.scrollTop += box.top - view.top - frame.clientHeight / 2;
  }, [marked, pages]);
  const turn = (by: number) => {
    const next = Math.min(sheets.length, Math.max(1, current + by));
    go(next);
    announce(say(isFolded ? 'sideShort' : 'pageOf', { n: next, all: sheets.length }));
  };
  return (
    <>
      <div class="pane-bar paper-bar">
        <PageField current={current} all={sheets.length} turn={turn} isFolded={isFolded} />
        <Radios
          legend={say('zoom')}
          value={size}
          options={(['fit', 'large'] as const).map((value) => ({
            value,
            label: say(`zoom.${value}`),
            short: `${sizes[value]}×`,
          }))}
          choose={(value) => zoom(value === 'large' ? 'large' : 'fit')}
        />
        {kind === 'print' && (
          <Radios
            legend={say('edges')}
            value={edges}
            options={(['cut', 'bleed'] as const).map((value) => ({ value, label: say(`edges.${value}`) }))}
            choose={choose}
          />
        )}
      </div>
      <ol
        ref={list}
        class={`sheets ${size}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keys.
        tabIndex={0}
        aria-label={say('pagesIn', { language: languageName(paper.language, language) })}
        onKeyDown={(event) => {
          if (event.key !== 'PageDown' && event.key !== 'PageUp') return;
          event.preventDefault();
          turn(event.key === 'PageDown' ? 1 : -1);
        }}
      >
        {sheets.map((sheet, index) => (
          <SheetPicture
            key={index}
            pages={pages}
            sheet={sheet}
            number={index + 1}
            all={sheets.length}
            withBleed={edges === 'bleed' && kind === 'print'}
            density={density}
            marked={marked}
            changed={changed}
            choose={(path) => {
              store.select({ path, word: null });
              goTo(path);
            }}
          />
        ))}
      </ol>
      <p class="paper-about small quiet">
        {isFolded && <span class="fold-key">{say('foldKey')}</span>}
        {edges === 'bleed' && kind === 'print' && <span>{say('bleedKey')}</span>}
        <span>
          {say('paperWords')} <a href={addressOf({ view: 'check', file: store.file, part: '' })}>{say('listen')}</a>
        </span>
      </p>
    </>
  );
}

function PageField(props: {
  readonly current: number;
  readonly all: number;
  readonly turn: (by: number) => void;
  readonly isFolded: boolean;
}) {
  const { current, all, turn, isFolded } = props;
  const { say } = useWords();
  const [typed, type] = useState<string | null>(null);
  const go = () => {
    const number = Number(typed);
    if (typed !== null && Number.isInteger(number) && number >= 1 && number <= all) turn(number - current);
    type(null);
  };
  return (
    <div class="page-field">
      <button
        type="button"
        class="icon-only"
        aria-label={say('pageBefore')}
        aria-disabled={current <= 1}
        onClick={() => turn(-1)}
      >
        <Icon name="up" />
      </button>
      <label>
        <span>{say(isFolded ? 'side' : 'page')}</span>
        <input
          type="text"
          inputMode="numeric"
          autocomplete="off"
          value={typed ?? current}
          onInput={(event) => type(event.currentTarget.value)}
          onBlur={go}
          onKeyDown={(event) => event.key === 'Enter' && go()}
        />
      </label>
      <span>{say('ofAll', { all })}</span>
      <button
        type="button"
        class="icon-only"
        aria-label={say('pageAfter')}
        aria-disabled={current >= all}
        onClick={() => turn(1)}
      >
        <Icon name="down" />
      </button>
    </div>
  );
}

/** The file of the pages, opened; the one before stays until it is there. */
function usePages(paper: ShownPaper): PdfPages | null {
  const { store } = useDesk();
  const [pages, take] = useState<PdfPages | null>(null);
  const { key } = paper;
  useEffect(() => {
    let isWanted = true;
    let own: PdfPages | null = null;
    PdfPages.open(key).then(
      (opened) => {
        own = opened;
        if (isWanted) take(opened);
        else opened.close();
      },
      // Other pages have taken its room on the server.
      () => isWanted && store.drawing.again(),
    );
    return () => {
      isWanted = false;
      own?.close();
    };
  }, [key, store]);
  return pages;
}

/** The paths that have changed on the pages, for a moment. */
function useChanged(paper: ShownPaper): ReadonlySet<string> {
  const found = useMemo(() => {
    const { before, value, sheets } = paper;
    if (before === value) return none;
    const text = (root: unknown, path: string) => JSON.stringify(valueAt(root, pathOf(path)));
    const paths = changedPaths(sheets, (path) => text(before, path) !== text(value, path));
    return paths.size > mostFlashes ? none : paths;
  }, [paper]);
  const [shown, show] = useState(none);
  useEffect(() => {
    show(found);
    if (found.size === 0) return;
    const timer = setTimeout(() => show(none), flashTime);
    return () => clearTimeout(timer);
  }, [found]);
  return shown;
}

/** Device pixels for each pixel of the page: another one on another screen, and when the browser zooms. */
function useDensity(): number {
  const [density, take] = useState(devicePixelRatio);
  useEffect(() => {
    const screen = matchMedia(`(resolution: ${density}dppx)`);
    const follow = () => take(devicePixelRatio);
    screen.addEventListener('change', follow);
    return () => screen.removeEventListener('change', follow);
  }, [density]);
  return density;
}

/** The page in the middle of the view, from 1, and the way to another. */
function useCurrent(
  list: { readonly current: HTMLElement | null },
  all: number,
): readonly [number, (number: number) => void] {
  const [current, take] = useState(1);
  useEffect(() => {
    const frame = list.current;
    if (frame === null) return;
    const follow = () => {
      const { top, height } = frame.getBoundingClientRect();
      const items = [...frame.querySelectorAll('[data-page]')];
      const at = items.findIndex((item) => item.getBoundingClientRect().bottom > top + height / 3);
      take(at < 0 ? Math.max(1, items.length) : at + 1);
    };
    follow();
    frame.addEventListener('scroll', follow, { passive: true });
    return () => frame.removeEventListener('scroll', follow);
  }, [list, all]);
  const go = (number: number) => {
    const frame = list.current;
    const item = frame?.querySelector(`[data-page="${number}"]`);
    if (frame === null || item === null || item === undefined) return;
    frame.scrollTop += item.getBoundingClientRect().top - frame.getBoundingClientRect().top - 8;
    take(number);
  };
  return [current, go];
}
