/** The picture of one page: drawn when it comes near the view, with what is marked on it and where it is folded. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PaperSheet } from '../../protocol.ts';
import { useWords } from '../speech.ts';
import { blocksOf, boxOf, cropOf, foldsOf, millimetres, pathOnSheet, widened } from './geometry.ts';
import type { PdfPages } from './pdf.ts';

export interface SheetProps {
  readonly pages: PdfPages | null;
  readonly sheet: PaperSheet;
  /** From 1. */
  readonly number: number;
  readonly all: number;
  readonly withBleed: boolean;
  /** Device pixels for each of the page's. */
  readonly density: number;
  readonly marked: string | null;
  readonly changed: ReadonlySet<string>;
  readonly choose: (path: string) => void;
}

export function SheetPicture(props: SheetProps) {
  const { pages, sheet, number, all, withBleed, density, marked, changed, choose } = props;
  const { say } = useWords();
  const host = useRef<HTMLDivElement>(null);
  const { isNear, width } = useView(host);
  const crop = useMemo(() => cropOf(sheet, withBleed), [sheet, withBleed]);
  useEffect(() => {
    const place = host.current;
    if (place === null || pages === null || width === 0) return;
    // What is far away gives its memory back: a report has a hundred pages.
    if (!isNear) return place.querySelector('canvas')?.remove();
    const stop = new AbortController();
    void pages.draw(number, crop, width * density, stop.signal).then((canvas) => {
      if (canvas === null) return;
      place.querySelector('canvas')?.remove();
      place.prepend(canvas);
      place.dataset.drawn = String(canvas.width);
    });
    return () => stop.abort();
  }, [pages, isNear, width, density, crop, number]);

  const folds = foldsOf(sheet);
  const trim = boxOf(sheet.trim, crop);
  const path = marked === null ? null : pathOnSheet(sheet, marked);
  const measure = (points: number) =>
    say('millimetres', { n: String(millimetres(points)).replace('.', say('decimal')) });
  const blocks = (isOne: (from: string) => boolean) =>
    blocksOf(sheet.words.filter((each) => isOne(each.path)).map(({ area }) => boxOf(area, crop)));
  const names = sheet.panels.map(({ role, order, width: own }) => ({
    name: role === 'text' ? say('panel.text', { n: order }) : say(`panel.${role}`),
    size: measure(own),
    share: own,
  }));
  const label =
    names.length === 0
      ? say('pageOf', { n: number, all })
      : say('sideOf', {
          n: number,
          all,
          panels: names.map(({ name, size }) => `${name}, ${size}`).join('; '),
          folds: folds.map(measure).join(', '),
        });
  return (
    <li class={`sheet-item ${names.length > 0 ? 'folded' : ''}`} data-page={number}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard’s way from words to their field is Listen. */}
      <div
        ref={host}
        class="sheet-picture"
        role="img"
        aria-label={label}
        style={{ aspectRatio: `${crop.width} / ${crop.height}` }}
        onClick={({ target }) => {
          const from = target instanceof SVGElement ? target.dataset.from : undefined;
          if (from !== undefined) choose(from);
        }}
      >
        <svg viewBox={`0 0 ${crop.width} ${crop.height}`} aria-hidden="true">
          {withBleed && sheet.bleed > 0 && <Cut crop={crop} trim={trim} />}
          {folds.map((at) => (
            <g key={at}>
              <path class="fold-ground" d={`M${trim.x + at} 0V${crop.height}`} />
              <path class="fold-line" d={`M${trim.x + at} 0V${crop.height}`} />
            </g>
          ))}
          {isNear &&
            sheet.words.map(({ path: from, area }, index) => (
              <rect key={index} class="word" data-from={from} {...boxOf(area, crop)} />
            ))}
          {blocks((from) => from === path).map((box, index) => (
            <rect key={index} class="marked" {...widened(box, 3)} rx="3" />
          ))}
          {blocks((from) => changed.has(from)).map(({ x, y, height }, index) => (
            <path key={index} class="changed-bar" d={`M${Math.max(3, x - 9)} ${y}v${height}`} />
          ))}
        </svg>
      </div>
      {names.length > 0 ? (
        <p class="panel-names small" aria-hidden="true">
          {names.map(({ name, size, share }, index) => (
            <span key={index} style={{ flexGrow: share }}>
              {name} · {size}
            </span>
          ))}
        </p>
      ) : (
        <p class="small quiet" aria-hidden="true">
          {say('pageOf', { n: number, all })}
        </p>
      )}
    </li>
  );
}

/** What is cut off is veiled, and the cut is a line. */
function Cut({ crop, trim }: { readonly crop: ReturnType<typeof cropOf>; readonly trim: ReturnType<typeof boxOf> }) {
  const edge = `M${trim.x} ${trim.y}h${trim.width}v${trim.height}h${-trim.width}z`;
  return (
    <>
      <path class="cut-off" fill-rule="evenodd" d={`M0 0h${crop.width}v${crop.height}h${-crop.width}z${edge}`} />
      <path class="cut-line" d={edge} />
    </>
  );
}

/** Whether a page is in view or near it, and how wide it is shown, in pixels of the page. */
function useView(host: { readonly current: HTMLElement | null }): { readonly isNear: boolean; readonly width: number } {
  const [isNear, near] = useState(false);
  const [width, take] = useState(0);
  useEffect(() => {
    const place = host.current;
    if (place === null) return;
    const root = place.closest('.sheets');
    const seen = new IntersectionObserver(([entry]) => near(entry?.isIntersecting === true), {
      root,
      rootMargin: '100% 0px',
    });
    const sized = new ResizeObserver(([entry]) => take(Math.round(entry?.contentRect.width ?? 0)));
    seen.observe(place);
    sized.observe(place);
    return () => {
      seen.disconnect();
      sized.disconnect();
    };
  }, [host]);
  return { isNear, width };
}
