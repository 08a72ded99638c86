/** The view of those who translate: source and translation side by side, and what is still to do. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TranslatedFrom } from '../../protocol.ts';
import { stubMark, type TextUnit, unitsOf } from '../../units.ts';
import { announce } from '../announce.ts';
import { server } from '../api.ts';
import { useDesk } from '../desk.tsx';
import { pathText, withValue } from '../edits.ts';
import { saveAsFile } from '../file-out.ts';
import { Icon } from '../icons.tsx';
import { details, partAt, partsOf } from '../parts.ts';
import { PreviewPane } from '../preview.tsx';
import { Radios } from '../radios.tsx';
import { useWords } from '../speech.ts';
import { fieldWords, languageName } from '../words.ts';
import { imported } from './imported.ts';
import { type RowState, TranslationRow } from './row.tsx';
import { type XliffUnit, xliffOf } from './xliff.ts';
import { readXliff } from './xliff-in.ts';

const refusals = { 'not-xliff': 'notXliff', broken: 'xliffBroken', 'other-languages': 'xliffLanguages' } as const;

/** Of a longer document one part is shown at a time. */
const manyUnits = 150;

export function TranslateView() {
  const { store, isReadOnly } = useDesk();
  const words = useWords();
  const { say, language } = words;
  const { form, languages } = store;
  const heading = useRef<HTMLHeadingElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const [isSwapped, swap] = useState(false);
  const [view, choose] = useState('all');
  const [stale, take] = useState<readonly TranslatedFrom[]>([]);
  const [news, tell] = useState('');
  const { value, savedAt } = store;
  const units = useMemo(() => (form === null ? [] : unitsOf(form, value)), [form, value]);
  const parts = form === null ? [] : partsOf(form);
  const [part, choosePart] = useState(units.length > manyUnits ? details : '');
  const [source = '', target = ''] = isSwapped ? languages.toReversed() : languages;
  /** Translations that were written here since the last saving, by their paths, with the source that each was made of. */
  const written = useRef(new Map<string, TranslatedFrom>());
  const ask = (agreed: readonly TranslatedFrom[] = []) =>
    server.stale(store.file, agreed).then(take, () => {
      // What did not arrive goes with the next saving.
      for (const each of agreed) if (!written.current.has(each.path)) written.current.set(each.path, each);
    });
  useEffect(() => {
    heading.current?.focus();
    return () => {
      if (store.drawing.isLonger) store.drawing.show({ isLonger: false });
    };
  }, [store]);
  const isSaved = store.saveState === 'saved';
  useEffect(() => {
    // What is not on the disk yet would be compared as it was before.
    if (!isSaved) return;
    const agreed = [...written.current.values()];
    written.current.clear();
    void ask(agreed);
  }, [savedAt, isSaved]);

  const asItIs = ({ path, texts }: TextUnit): TranslatedFrom => ({
    path: pathText(path),
    ...{ source, target, was: texts[source] ?? '' },
  });
  const stateOf = ({ path, texts }: TextUnit): RowState => {
    const to = texts[target] ?? '';
    if (to.trim() === '') return 'missing';
    if (to.startsWith(stubMark(source))) return 'stub';
    return oldSource(pathText(path)) === null ? 'done' : 'stale';
  };
  const oldSource = (path: string): string | null =>
    stale.find((each) => each.path === path && each.source === source && each.target === target)?.was ?? null;
  const all = units.filter(({ texts }) => (texts[source] ?? '') !== '').map((unit) => ({ unit, state: stateOf(unit) }));
  const toDo = all.filter(({ state }) => state !== 'done');
  const isHere = ({ unit }: (typeof all)[number]) => part === '' || (form !== null && partAt(form, unit.path) === part);
  const shown = (view === 'all' ? all : view === 'todo' ? toDo : all.filter(({ state }) => state === 'done')).filter(
    isHere,
  );

  const next = () => {
    const boxes = [...document.querySelectorAll<HTMLElement>('.translation-row:not(.is-done) textarea')];
    const at = boxes.indexOf(document.activeElement as HTMLElement);
    const box = boxes[at + 1] ?? boxes[0];
    if (box === undefined) announce(say('nothingToTranslate'));
    box?.focus();
  };
  const exportFile = () => {
    const states = { done: 'final', stale: 'translated', stub: 'initial', missing: 'initial' } as const;
    const made = all.map(({ unit: { path, texts }, state }): XliffUnit => {
      const isStub = state === 'stub' || state === 'missing';
      return { path, source: texts[source] ?? '', target: isStub ? '' : (texts[target] ?? ''), state: states[state] };
    });
    const name = store.file
      .split('/')
      .at(-1)
      ?.replace(/\.json$/, '');
    const content = xliffOf(made, { file: store.file, source, target });
    saveAsFile(`${name}.${source}-${target}.xlf`, 'application/xliff+xml', content);
  };
  const importFile = (text: string) => {
    const answers = readXliff(text, { source, target });
    if (typeof answers === 'string') return tell(say(refusals[answers], { source, target }));
    const { taken, agreed, changed, empty, lost } = imported(answers, units, { source, target });
    for (const each of agreed) written.current.set(each.path, each);
    store.edit(
      taken.reduce((now, { path, text: to }) => withValue(now, [...path, target], to, languages), store.text),
      '$',
      '$',
    );
    const message = [
      say('xliffTaken', { n: taken.length }),
      ...(changed > 0 ? [say('xliffChanged', { n: changed })] : []),
      ...(empty > 0 ? [say('xliffEmpty', { n: empty })] : []),
      ...(lost > 0 ? [say('xliffLost', { n: lost })] : []),
    ].join(' ');
    tell(message);
    announce(message);
  };

  if (languages.length < 2)
    return (
      <main id="form" class="only">
        <h1 tabIndex={-1} ref={heading}>
          {say('translate')}
        </h1>
        <p>{say('oneLanguage')}</p>
      </main>
    );
  const count = (state: RowState) => all.filter((each) => each.state === state).length;
  return (
    <div class={`translate ${store.drawing.isLonger ? 'with-preview' : ''}`}>
      <main id="form" class="form">
        <div class="form-head">
          <h1 tabIndex={-1} ref={heading}>
            {say('intoLanguage', { source: languageName(source, language), target: languageName(target, language) })}
          </h1>
          <p class="quiet">
            {say('translationCount', {
              ...{
                done: count('done'),
                all: all.length,
                stale: count('stale'),
                missing: count('missing') + count('stub'),
              },
            })}
          </p>
          <p class="translate-tools">
            <button type="button" onClick={() => swap(!isSwapped)}>
              {say('swap')}
            </button>
            <button type="button" onClick={exportFile}>
              {say('exportXliff')}
            </button>
            <button type="button" aria-disabled={isReadOnly} onClick={() => !isReadOnly && chooser.current?.click()}>
              {say('importXliff')}
            </button>
            <input
              ref={chooser}
              type="file"
              class="hidden"
              tabIndex={-1}
              aria-label={say('importXliff')}
              accept=".xlf,.xliff"
              onChange={({ currentTarget }) => {
                void currentTarget.files?.[0]?.text().then(importFile);
                currentTarget.value = '';
              }}
            />
          </p>
        </div>
        {news !== '' && (
          <p class="paste-strip" role="status">
            {news}
          </p>
        )}
        <div class="translate-bar">
          <Radios
            legend={say('whichTexts')}
            value={view}
            options={[
              { value: 'all', label: `${say('listen.all')} ${all.length}` },
              { value: 'todo', label: `${say('toDo')} ${toDo.length}` },
              { value: 'done', label: `${say('isDone')} ${all.length - toDo.length}` },
            ]}
            choose={choose}
          />
          {units.length > manyUnits && (
            <label>
              <span class="label">{say('part')}</span>{' '}
              <select value={part} onChange={(event) => choosePart(event.currentTarget.value)}>
                {parts.map(({ name, fields: [field] }) => (
                  <option key={name} value={name}>
                    {name === details || field === undefined
                      ? say('details')
                      : fieldWords(field.name, field.says, language).label}
                  </option>
                ))}
              </select>
            </label>
          )}
          <label class="choice">
            <input
              type="checkbox"
              checked={store.drawing.isLonger}
              onChange={(event) => {
                store.drawing.show({ language: target, isLonger: event.currentTarget.checked });
              }}
            />
            <span>{say('longerWords')}</span>
          </label>
          <button type="button" class="next" onClick={next}>
            {say('nextToDo')} <Icon name="down" />
          </button>
        </div>
        <table class="documents translations">
          <thead>
            <tr>
              <th scope="col">{say('text')}</th>
              <th scope="col">{say('sourceIn', { language: languageName(source, language) })}</th>
              <th scope="col">{say('translationIn', { language: languageName(target, language) })}</th>
              <th scope="col">{say('state')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ unit, state }) => (
              <TranslationRow
                key={pathText(unit.path)}
                unit={unit}
                state={state}
                source={source}
                target={target}
                was={oldSource(pathText(unit.path))}
                written={() => written.current.set(pathText(unit.path), asItIs(unit))}
                stillRight={() => void ask([asItIs(unit)])}
              />
            ))}
          </tbody>
        </table>
        {shown.length === 0 && <p>{say('noTexts')}</p>}
      </main>
      {store.drawing.isLonger && (
        <div class="side whole">
          <PreviewPane />
        </div>
      )}
    </div>
  );
}
