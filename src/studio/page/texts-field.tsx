/** Texts in several languages: a box for each, side by side. */
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useDesk } from './desk.tsx';
import { type DataPath, pathText } from './edits.ts';
import { type FieldProps, graveOf, Notes, useFindings } from './fields.tsx';
import { MarkButtons } from './marks.tsx';
import { useWords } from './speech.ts';
import { languageName } from './words.ts';

/** A box that grows with its text. */
export function TextBox({
  value,
  onInput,
  ...attributes
}: {
  readonly value: string;
  readonly onInput: (text: string) => void;
  readonly [attribute: string]: unknown;
}) {
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const area = box.current;
    if (area === null || CSS.supports('field-sizing', 'content')) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + 2}px`;
  }, [value]);
  return (
    <textarea
      ref={box}
      rows={1}
      {...attributes}
      value={value}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
}

/** A text in each language, side by side. */
export function TextsField(props: FieldProps & { readonly marks: 'none' | 'inline' | 'block' }) {
  const { path, label, help, needed, order, marks, isNamed = false } = props;
  const { store } = useDesk();
  const id = useId();
  const findings = useFindings(path);
  const languages = store.languages;
  const write = (tag: string, text: string) => {
    const there = store.get(path);
    const isThere = typeof there === 'object' && there !== null;
    const others = languages.filter((each) => each !== tag && store.get([...path, each]));
    if (text === '' && !needed && others.length === 0) store.remove(path);
    else if (isThere) store.set([...path, tag], text, languages);
    else store.set(path, Object.fromEntries(languages.map((each) => [each, each === tag ? text : ''])), order);
  };
  return (
    <fieldset class="pair">
      <legend class={isNamed ? 'hidden' : ''}>
        <span class="label">{label}</span>
      </legend>
      {help !== '' && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {marks !== 'none' && <MarkButtons name={label} path={path} />}
      <Notes id={id} findings={findings} />
      <div class="boxes">
        {languages.map((tag) => (
          <LanguageBox
            key={tag}
            tag={tag}
            id={`${id}-${tag}`}
            label={label}
            helpId={help === '' ? null : `${id}-help`}
            path={[...path, tag]}
            isLong={marks === 'block'}
            write={(text) => write(tag, text)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function LanguageBox(props: {
  readonly tag: string;
  readonly id: string;
  readonly label: string;
  readonly helpId: string | null;
  readonly path: DataPath;
  readonly isLong: boolean;
  readonly write: (text: string) => void;
}) {
  const { tag, id, label, helpId, path, isLong, write } = props;
  const { say, language } = useWords();
  const { store, isReadOnly } = useDesk();
  const findings = useFindings(path);
  const given = store.get(path);
  const value = typeof given === 'string' ? given : '';
  const name = languageName(tag, language);
  const ids = [...(helpId === null ? [] : [helpId]), ...findings.map((_, index) => `${id}-finding-${index}`)];
  return (
    <div class={`box ${graveOf(findings)}`}>
      <label for={id}>
        <span class="hidden">{label}, </span>
        {name}
      </label>
      <TextBox
        id={id}
        lang={tag}
        value={value}
        class={isLong ? 'long' : ''}
        data-path={pathText(path)}
        readOnly={isReadOnly}
        spellcheck
        aria-invalid={findings.some(({ severity }) => severity === 'error') ? 'true' : undefined}
        aria-describedby={ids.length === 0 ? undefined : ids.join(' ')}
        onInput={write}
        onFocus={() => store.select({ path: pathText(path), word: null })}
      />
      {value.length > 80 && <p class="count">{say('characters', { n: [...value].length })}</p>}
      <Notes id={id} findings={findings} />
    </div>
  );
}
