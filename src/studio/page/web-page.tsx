/** The web page of a document, in a frame: wide, narrow or as it is printed, light or dark. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useDesk } from './desk.tsx';
import { PageFrame } from './page-frame.ts';
import { Radios } from './radios.tsx';
import { useWords } from './speech.ts';
import { languageName } from './words.ts';

export function WebPage() {
  const { store, goTo } = useDesk();
  const { say, language } = useWords();
  const element = useRef<HTMLIFrameElement>(null);
  const frame = useRef<PageFrame | null>(null);
  const [width, setWidth] = useState('wide');
  const [colours, setColours] = useState(() => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
  const { drawing, selection } = store;
  const { page } = drawing;
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
  return (
    <>
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
      <div class={`frame ${width}`}>
        <iframe
          ref={element}
          src="preview"
          sandbox="allow-same-origin"
          title={say('previewOf', { language: languageName(drawing.language, language) })}
        />
      </div>
    </>
  );
}
