/** The web page beside the form: drawn again without being loaded again, so that it keeps its place. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useDesk } from './desk.tsx';
import { pathOf } from './edits.ts';
import { placeName } from './form-model.ts';
import { PageFrame } from './page-frame.ts';
import { Radios } from './radios.tsx';
import { useWords } from './speech.ts';
import { languageName, timeText } from './words.ts';

export function PreviewPane() {
  const { store, goTo } = useDesk();
  const words = useWords();
  const { say, language } = words;
  const element = useRef<HTMLIFrameElement>(null);
  const frame = useRef<PageFrame | null>(null);
  const [width, setWidth] = useState('wide');
  const [colours, setColours] = useState(() => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
  const { page, preview, isDrawing, selection } = store;
  const [isSlow, setSlow] = useState(false);
  const go = useRef(goTo);
  go.current = goTo;

  useLayoutEffect(() => {
    if (element.current === null) return;
    const made = new PageFrame(element.current, (path, word) => {
      store.select({ path, word });
      go.current(path, word);
    });
    frame.current = made;
    return () => made.close();
  }, [store]);
  useEffect(() => frame.current?.show(page?.html ?? null), [page]);
  useEffect(() => frame.current?.media({ isPrint: width === 'print', isDark: colours === 'dark' }), [width, colours]);
  useEffect(() => frame.current?.mark(selection?.path ?? null, selection?.word ?? null), [selection, page]);
  useEffect(() => {
    if (!isDrawing) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), 400);
    return () => clearTimeout(timer);
  }, [isDrawing]);

  const isStale = preview !== null && preview.html === null;
  const word = selection?.word;
  return (
    <section id="preview" class="preview" aria-labelledby="preview-title">
      <div class="pane-head">
        <h2 id="preview-title" tabIndex={-1}>
          {say('preview')}
        </h2>
        <Radios
          legend={say('language')}
          value={store.previewLanguage}
          options={store.languages.map((tag) => ({
            value: tag,
            short: tag.toUpperCase(),
            label: languageName(tag, language),
          }))}
          choose={(tag) => store.showLanguage(tag)}
        />
      </div>
      <div class="pane-bar">
        <Radios
          legend={say('width')}
          value={width}
          options={(['wide', 'narrow', 'print'] as const).map((value) => ({ value, label: say(value) }))}
          choose={setWidth}
        />
        <Radios
          legend={say('colours')}
          value={colours}
          options={(['light', 'dark'] as const).map((value) => ({ value, label: say(value) }))}
          choose={setColours}
        />
      </div>
      <p class="preview-state quiet">
        {isSlow
          ? say('drawing')
          : isStale
            ? page === null
              ? say('previewNone')
              : say('previewStale', { when: timeText(page.when) })
            : word && selection !== null && store.form !== null
              ? say('isIn', { word, place: placeName(store.form, store.value, pathOf(selection.path), words) })
              : say('previewHint')}
      </p>
      <div class={`frame ${width}`}>
        <iframe
          ref={element}
          src="preview"
          sandbox="allow-same-origin"
          title={say('previewOf', { language: languageName(store.previewLanguage, language) })}
        />
      </div>
    </section>
  );
}
