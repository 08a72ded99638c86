/** The fields of a form: each has a name, its language, its help and what was found of it. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { FormNode, StudioFinding } from '../protocol.ts';
import { useDesk } from './desk.tsx';
import { type DataPath, pathText } from './edits.ts';
import { FindingNote } from './findings.tsx';
import { findingsAt } from './found.ts';
import { useWords } from './speech.ts';

export interface FieldProps {
  readonly path: DataPath;
  readonly label: string;
  readonly help: string;
  readonly needed: boolean;
  /** The names of the fields around it, in the order of the schema. */
  readonly order: readonly string[];
  /** How deep it stands. */
  readonly depth: number;
  /** The heading around it says what it is: its own name is for those who listen. */
  readonly isNamed?: boolean;
}

export function useFindings(path: DataPath): readonly StudioFinding[] {
  const { store } = useDesk();
  return findingsAt(store.findings, pathText(path));
}

/** What a box needs for what was found of it. */
function describedBy(id: string, help: string, findings: readonly StudioFinding[]) {
  const ids = [...(help === '' ? [] : [`${id}-help`]), ...findings.map((_, index) => `${id}-finding-${index}`)];
  return ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') };
}

export function Notes({
  id,
  findings,
  withMend = true,
}: {
  readonly id: string;
  readonly findings: readonly StudioFinding[];
  readonly withMend?: boolean;
}) {
  return (
    <>
      {findings.map((finding, index) => (
        <FindingNote key={finding.message} id={`${id}-finding-${index}`} finding={finding} withMend={withMend} />
      ))}
    </>
  );
}

export function graveOf(findings: readonly StudioFinding[]): string {
  if (findings.some(({ severity }) => severity === 'error')) return 'has-error';
  return findings.length > 0 ? 'has-warning' : '';
}

/** One label, one control, and what was found of it. */
function Single(props: FieldProps & { readonly children: (id: string, attributes: object) => ComponentChildren }) {
  const { path, label, help, children } = props;
  const { store } = useDesk();
  const id = useId();
  const findings = useFindings(path);
  const attributes = {
    id,
    'data-path': pathText(path),
    'aria-invalid': findings.some(({ severity }) => severity === 'error') ? 'true' : undefined,
    ...describedBy(id, help, findings),
    onFocus: () => store.select({ path: pathText(path), word: null }),
  };
  return (
    <div class={`single ${graveOf(findings)}`}>
      <label for={id} class="label">
        {label}
      </label>
      {help !== '' && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {children(id, attributes)}
      <Notes id={id} findings={findings} />
    </div>
  );
}

export function TextField(props: FieldProps & { readonly node: Extract<FormNode, { type: 'text' }> }) {
  const { path, order, needed, node } = props;
  const { store, isReadOnly } = useDesk();
  const given = store.get(path);
  const value = typeof given === 'string' ? given : '';
  const write = (text: string) => (text === '' && !needed ? store.remove(path) : store.set(path, text, order));
  return (
    <Single {...props}>
      {(_, attributes) => (
        <input
          {...attributes}
          {...(node.form === 'date' ? { type: 'date' as const } : { type: 'text' as const })}
          class={node.form}
          value={value}
          readOnly={isReadOnly}
          inputMode={node.form === 'link' ? 'url' : undefined}
          spellcheck={false}
          onInput={(event) => write(event.currentTarget.value)}
        />
      )}
    </Single>
  );
}

/** As people write numbers: blanks and commas between thousands, a point or a comma before decimals. Null for none. */
export function numberOf(text: string): number | null {
  const bare = text.replace(/[\s\u00a0]/g, '');
  const plain = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare.replace(',', '.');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

export function NumberField(props: FieldProps) {
  const { path, order, needed } = props;
  const { say } = useWords();
  const { store, isReadOnly } = useDesk();
  const given = store.get(path);
  // What came from a sheet may be no number: it is shown, and found.
  const stored = typeof given === 'number' || typeof given === 'string' ? String(given) : '';
  // What is typed stays until it is a number.
  const [typed, type] = useState<string | null>(null);
  const isWrong = typed !== null && typed.trim() !== '' && numberOf(typed) === null;
  const write = (text: string) => {
    type(text);
    const value = numberOf(text);
    if (value !== null) store.set(path, value, order);
    else if (text.trim() === '') {
      if (needed) store.set(path, null, order);
      else store.remove(path);
    }
  };
  return (
    <Single {...props}>
      {(id, attributes) => (
        <>
          <input
            {...attributes}
            {...(isWrong ? { 'aria-invalid': 'true', 'aria-errormessage': `${id}-wrong` } : {})}
            type="text"
            inputMode="decimal"
            class="number"
            value={typed ?? stored}
            readOnly={isReadOnly}
            onInput={(event) => write(event.currentTarget.value)}
            onBlur={() => !isWrong && type(null)}
          />
          {isWrong && (
            <p class="fault" id={`${id}-wrong`}>
              {say('notNumber', { value: typed })}
            </p>
          )}
        </>
      )}
    </Single>
  );
}

export function CheckField(props: FieldProps) {
  const { path, label, help, order } = props;
  const { store, isReadOnly } = useDesk();
  const id = useId();
  const findings = useFindings(path);
  return (
    <div class={`tick ${graveOf(findings)}`}>
      <input
        id={id}
        type="checkbox"
        data-path={pathText(path)}
        checked={store.get(path) === true}
        disabled={isReadOnly}
        {...describedBy(id, help, findings)}
        onChange={({ currentTarget: { checked } }) => (checked ? store.set(path, checked, order) : store.remove(path))}
      />
      <label for={id}>{label}</label>
      {help !== '' && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      <Notes id={id} findings={findings} />
    </div>
  );
}

export function ChoiceField(
  props: FieldProps & {
    readonly values: readonly (string | number | boolean)[];
    readonly nameOf: (value: string) => string;
  },
) {
  const { path, needed, order, values, nameOf } = props;
  const { say } = useWords();
  const { store, isReadOnly } = useDesk();
  const given = store.get(path);
  const at = values.findIndex((value) => Object.is(value, given));
  const choose = (index: number) => {
    const value = values[index];
    if (value === undefined) store.remove(path);
    else store.set(path, value, order);
  };
  return (
    <Single {...props}>
      {(_, attributes) => (
        <select
          {...attributes}
          disabled={isReadOnly}
          value={String(at)}
          onChange={(event) => choose(Number(event.currentTarget.value))}
        >
          {(!needed || at < 0) && <option value="-1">{say('notChosen')}</option>}
          {values.map((value, index) => (
            <option key={String(value)} value={String(index)}>
              {nameOf(String(value))}
            </option>
          ))}
        </select>
      )}
    </Single>
  );
}
