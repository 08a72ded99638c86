/** What the document looks like, beside the form: the web page, the PDF, or what the press prints. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from './desk.tsx';
import type { PreviewMedium, ShownPaper } from './drawing.ts';
import { pathOf } from './edits.ts';
import { FindingText } from './findings.tsx';
import { placeName } from './form-model.ts';
import { Radios } from './radios.tsx';
import { useWords } from './speech.ts';
import { WebPage } from './web-page.tsx';
import { languageName, timeText } from './words.ts';

const media: readonly PreviewMedium[] = ['web', 'pdf', 'print'];

export function PreviewPane() {
  const { store } = useDesk();
  const { say, language } = useWords();
  const { drawing } = store;
  const { medium, paper } = drawing;
  const isFolded =
    paper?.kind === 'print' ? paper.sheets.some(({ panels }) => panels.length > 0) : store.kind === 'brochure';
  const names = { web: say('webPage'), pdf: 'PDF', print: say(isFolded ? 'foldedSheet' : 'format.print') };
  return (
    <section id="preview" class="preview" aria-labelledby="preview-title">
      <div class="pane-head">
        <h2 id="preview-title" tabIndex={-1}>
          {say('preview')}
        </h2>
        <Radios
          legend={say('format')}
          value={medium}
          options={media.map((value) => ({ value, label: names[value] }))}
          choose={(value) => drawing.show({ medium: media.find((each) => each === value) ?? 'web' })}
        />
        <Radios
          legend={say('language')}
          value={drawing.language}
          options={store.languages.map((tag) => ({
            value: tag,
            short: tag.toUpperCase(),
            label: languageName(tag, language),
          }))}
          choose={(tag) => drawing.show({ language: tag })}
        />
      </div>
      {medium === 'web' ? <WebPage /> : <Paper kind={medium} />}
      <PreviewState />
    </section>
  );
}

/** What is shown, in one line: whether it is the text as it stands, and where what is marked is from. */
function PreviewState() {
  const { store } = useDesk();
  const words = useWords();
  const { say } = words;
  const { drawing, selection } = store;
  const { last, medium, isGoingOn } = drawing;
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isGoingOn) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), 400);
    return () => clearTimeout(timer);
  }, [isGoingOn]);
  const shown = medium === 'web' ? drawing.page : drawing.paper;
  const fault = last?.fault ?? null;
  const place = () => {
    if (selection === null || store.form === null) return say('previewHint');
    const at = placeName(store.form, store.value, pathOf(selection.path), words);
    return selection.word === null ? say('isAt', { place: at }) : say('isIn', { word: selection.word, place: at });
  };
  const line = () => {
    if (isSlow) return say('drawing');
    if (drawing.isDrawn) return place();
    if (fault !== null) return say('longerFault');
    return shown === null ? say('previewNone') : say('previewStale', { when: timeText(shown.when) });
  };
  return (
    <p class="preview-state quiet">
      {line()}
      {!isSlow && fault !== null && (
        <>
          {' '}
          <FindingText finding={fault} withMend={false} />
        </>
      )}
    </p>
  );
}

/** Loaded when it is looked at for the first time: what draws pages is larger than all the rest. */
function Paper({ kind }: { readonly kind: ShownPaper['kind'] }) {
  const { store } = useDesk();
  const { say } = useWords();
  const [View, take] = useState<ComponentType<{ paper: ShownPaper }> | null>(null);
  useEffect(() => {
    void import('./paper/paper.tsx').then(({ PaperView }) => take(() => PaperView));
  }, []);
  const { paper } = store.drawing;
  if (View === null || paper === null || paper.kind !== kind)
    return <p class="loading">{store.drawing.isDrawn ? say('drawing') : ''}</p>;
  return <View paper={paper} key={paper.kind} />;
}
