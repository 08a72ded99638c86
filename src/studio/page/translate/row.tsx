/** One text with its translation. */
import { useId, useState } from 'preact/hooks';
import { stubMark, type TextUnit } from '../../units.ts';
import { announce } from '../announce.ts';
import { useDesk } from '../desk.tsx';
import { pathText } from '../edits.ts';
import { graveOf, Notes, useFindings } from '../fields.tsx';
import { placeName } from '../form-model.ts';
import { Icon } from '../icons.tsx';
import { useWords } from '../speech.ts';
import { TextBox } from '../texts-field.tsx';
import { languageName } from '../words.ts';
import { changedWords } from './changed-words.ts';

export type RowState = 'done' | 'stale' | 'missing' | 'stub';

const icons = { done: 'check', stale: 'warning', missing: 'error', stub: 'warning' } as const;

export function TranslationRow({
  unit,
  state,
  source,
  target,
  was,
  stillRight,
  written,
}: {
  readonly unit: TextUnit;
  readonly state: RowState;
  readonly source: string;
  readonly target: string;
  /** What the source said when the translation was made. */
  readonly was: string | null;
  readonly stillRight: () => void;
  readonly written: () => void;
}) {
  const { store, isReadOnly, goTo } = useDesk();
  const words = useWords();
  const { say, language } = words;
  const [isOpen, open] = useState(false);
  const id = useId();
  const { path, texts } = unit;
  const findings = useFindings([...path, target]);
  if (store.form === null) return null;
  const place = placeName(store.form, store.value, path, words);
  const from = texts[source] ?? '';
  const write = (text: string) => {
    if (isReadOnly) return;
    written();
    store.set([...path, target], text, store.languages);
  };
  return (
    <tr class={`translation-row is-${state}`}>
      <th scope="row">
        <button type="button" class="as-link" onClick={() => goTo(pathText([...path, target]))}>
          <span class="hidden">{say('goTo', { place: '' })} </span>
          {place}
        </button>
      </th>
      <td lang={source} id={`${id}-source`}>
        {isOpen && was !== null
          ? changedWords(was, from).map(({ text, kind }, index) =>
              kind === 'same' ? (
                <span key={index}>{text}</span>
              ) : kind === 'added' ? (
                <ins key={index}>{text}</ins>
              ) : (
                <del key={index}>{text}</del>
              ),
            )
          : from}
      </td>
      <td class={state === 'missing' ? 'has-error' : graveOf(findings)}>
        <TextBox
          lang={target}
          value={texts[target] ?? ''}
          aria-label={`${place}, ${languageName(target, language)}`}
          aria-describedby={`${id}-source ${id}-state`}
          data-path={pathText([...path, target])}
          readOnly={isReadOnly}
          spellcheck
          onInput={write}
          onFocus={() => store.select({ path: pathText([...path, target]), word: null })}
        />
        <Notes id={id} findings={findings} />
        {state === 'stale' && (
          <p class="row-actions">
            <button type="button" onClick={stillRight}>
              <Icon name="check" /> {say('stillRight')}
            </button>
            <button type="button" class="quiet-button" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
              {say('whatChanged')}
            </button>
          </p>
        )}
        {state === 'missing' && (
          <p class="row-actions">
            <button
              type="button"
              onClick={() => {
                write(`${stubMark(source)}${from}`);
                announce(say('copied'));
              }}
            >
              <Icon name="copy" /> {say('copyAsStub', { language: languageName(source, language) })}
            </button>
          </p>
        )}
      </td>
      <td id={`${id}-state`} class={state === 'done' ? 'good' : 'needs'}>
        <Icon name={icons[state]} /> {say(`translation.${state}`)}
      </td>
    </tr>
  );
}
