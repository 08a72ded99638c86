/** The text of the document as it is saved, in step with the form both ways, with what was found at its places. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { announce } from '../announce.ts';
import { useDesk } from '../desk.tsx';
import { pathOf } from '../edits.ts';
import { findingWords } from '../finding-words.ts';
import { fixName } from '../findings.tsx';
import { placeName } from '../form-model.ts';
import { Icon } from '../icons.tsx';
import { addressOf } from '../route.ts';
import { useWords } from '../speech.ts';
import { takeStep, writeMends } from '../steps.ts';
import type { CaretPlace, JsonEditor } from './editor.ts';
import { JsonFindings } from './json-findings.tsx';
import { editorPhrases } from './phrases.ts';
import { fieldRange, type PlacedFinding, pathAt, placed } from './places.ts';

/** Styles that are made while the page runs carry it; the server gives a new one with each page. */
const nonceOfPage = (): string => document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? '';

/** `Heading` is `h1` where the text is all that is shown. */
export function JsonPane({ heading: Heading }: { readonly heading: 'h1' | 'h2' }) {
  const { store } = useDesk();
  const words = useWords();
  const { say, language } = words;
  const title = useRef<HTMLHeadingElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const [editor, take] = useState<JsonEditor | 'none' | null>(null);
  const [caret, place] = useState<(CaretPlace & { readonly path: string }) | null>(null);
  const keysId = useId();
  useEffect(() => title.current?.focus(), []);

  useEffect(() => {
    let isOpen = true;
    let made: JsonEditor | null = null;
    const at = (offset: number, plain: string) => {
      if (made !== null) place({ ...made.placeOf(offset), path: pathAt(plain, offset) });
    };
    import('./editor.ts').then(
      ({ openEditor }) => {
        if (!isOpen || host.current === null) return;
        made = openEditor(host.current, {
          text: store.text,
          languages: store.languages,
          nonce: nonceOfPage(),
          attributes: { 'aria-label': say('jsonText', { file: store.file }), 'aria-describedby': keysId },
          phrases: editorPhrases(language),
          changed: (text, offset, plain) => {
            store.change(text, pathAt(plain, offset));
            at(offset, plain);
          },
          moved: at,
          atMark: (message, { line, column }) => announce(`${say('atPlace', { line, column })}: ${message}`),
          undo: () => void takeStep(store, 'undo', say),
          redo: () => void takeStep(store, 'redo', say),
        });
        take(made);
      },
      () => isOpen && take('none'),
    );
    return () => {
      isOpen = false;
      made?.close();
      take(null);
    };
  }, [store, language]);

  const open = editor === 'none' ? null : editor;
  const { text, findings, asks, selection } = store;
  const [found, find] = useState<readonly PlacedFinding[]>([]);
  // The text as it is now: more may have been typed since this was drawn.
  useEffect(() => open?.show(store.text), [open, text]);
  useEffect(() => open?.lock(asks), [open, asks]);
  useEffect(() => {
    if (open === null) return;
    // Those of the text that was checked; while one types on, the editor moves them along.
    const now = placed(open.plain(), findings);
    find(now);
    open.mark(
      now.map(({ finding, from, to }) => {
        const { lang, says, mend } = findingWords(finding, language);
        const fix = store.fixOf(finding);
        return {
          from,
          to,
          lang,
          isError: finding.severity === 'error',
          message: `${says} ${mend}`.trim(),
          fix: fix === null ? null : { name: fixName(fix, words), apply: () => writeMends(store, [fix], say) },
        };
      }),
    );
  }, [open, findings, language]);
  useEffect(() => {
    const path = selection?.path ?? null;
    open?.frame(path === null ? null : fieldRange(open.plain(), path));
  }, [open, selection?.path]);

  return (
    <section id="json" class="json-pane" aria-labelledby="json-title">
      <div class="pane-head">
        <Heading id="json-title" tabIndex={-1} ref={title}>
          JSON
        </Heading>
        <a href={addressOf({ view: 'edit', file: store.file, part: '' })}>{say('closeJson')}</a>
      </div>
      {editor === null && <p class="loading">{say('loading')}</p>}
      {editor === 'none' && <p class="fault">{say('serverGone')}</p>}
      <div class="json-editor" ref={host} />
      <p class="json-place quiet small">
        {caret !== null && (
          <>
            {say('atPlace', { ...caret })}
            <Field path={caret.path} />
          </>
        )}
      </p>
      <p class="quiet small" id={keysId}>
        <strong>{say('keys')}</strong> {say('jsonKeys')}
      </p>
      {open !== null && <JsonFindings found={found} editor={open} />}
    </section>
  );
}

/** What the caret is in, and the way to its field in the form. */
function Field({ path }: { readonly path: string }) {
  const { store, goTo } = useDesk();
  const words = useWords();
  const { form, value } = store;
  if (form === null || path === '$') return null;
  return (
    <>
      {' · '}
      <button type="button" class="as-link" onClick={() => goTo(path)}>
        <span class="hidden">{words.say('goTo', { place: '' })} </span>
        {placeName(form, value, pathOf(path), words)} <Icon name="go" />
      </button>
    </>
  );
}
