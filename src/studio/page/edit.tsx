/** The view for writing: parts, form, preview and findings. */
import { useEffect, useRef } from 'preact/hooks';
import type { StudioFinding } from '../protocol.ts';
import { announce, announceLater } from './announce.ts';
import { useDesk } from './desk.tsx';
import { pathOf } from './edits.ts';
import { findingWords } from './finding-words.ts';
import { FindingsPane } from './findings.tsx';
import { focusFirst } from './focus.ts';
import { blankOf } from './form-model.ts';
import { Icon } from './icons.tsx';
import { JsonPane } from './json/pane.tsx';
import { freshFindings } from './new-findings.ts';
import { NodeField } from './node.tsx';
import { details, type FormPart, partAt, partsOf } from './parts.ts';
import { PreviewPane } from './preview.tsx';
import { addressOf, go } from './route.ts';
import { CellPane } from './sheet/cell-pane.tsx';
import { useWords } from './speech.ts';
import { fieldWords } from './words.ts';

/** `beside` the form stand the preview and the findings, or the JSON text. */
export function EditView({ part: asked, beside }: { readonly part: string; readonly beside: 'preview' | 'json' }) {
  const { store } = useDesk();
  const { say } = useWords();
  const { form } = store;
  useNewFindings();
  if (form === null)
    return (
      <main id="form" class="only">
        <h1 tabIndex={-1}>{say('document')}</h1>
        <p>{say('unknownKind')}</p>
        <p>
          <a href={addressOf({ view: 'json', file: store.file, part: '' })}>{say('showJson')}</a>
        </p>
      </main>
    );
  const parts = partsOf(form);
  const part = parts.find(({ name }) => name === asked) ?? parts[0];
  return (
    <div class={`edit ${beside === 'json' ? 'with-json' : ''}`}>
      <Rail parts={parts} current={part?.name ?? details} view={beside === 'json' ? 'json' : 'edit'} />
      {part !== undefined && <FormPane part={part} key={part.name} />}
      {beside === 'json' ? (
        <div class="side">
          <JsonPane heading="h2" />
        </div>
      ) : (
        <div class={`side ${store.cell === null ? '' : 'with-cell'}`}>
          <CellPane />
          <PreviewPane />
          <FindingsPane most={12} />
        </div>
      )}
    </div>
  );
}

/** Those who listen hear of what was found since the last time. */
export function useNewFindings(): void {
  const { store } = useDesk();
  const { say, language } = useWords();
  const known = useRef<readonly StudioFinding[] | null>(null);
  const { findings, isChecked } = store;
  useEffect(() => {
    if (!isChecked) return;
    const [first] = known.current === null ? [] : freshFindings(known.current, findings);
    if (first !== undefined)
      announceLater(say('newFinding', { message: findingWords(first, language).says, n: findings.length }));
    known.current = findings;
  }, [findings, isChecked, say, language]);
}

function useParts() {
  const { store } = useDesk();
  const { say, language } = useWords();
  const { form } = store;
  const findings = store.findings.map(({ path }) =>
    form === null || path === null ? null : partAt(form, pathOf(path)),
  );
  return (part: FormPart) => {
    const [field] = part.fields;
    const words =
      part.name === details || field === undefined
        ? { label: say('details'), help: '' }
        : fieldWords(field.name, field.says, language);
    const isThere = part.name === details || (store.get([part.name]) ?? null) !== null;
    return { ...words, isThere, count: findings.filter((each) => each === part.name).length };
  };
}

function Rail({
  parts,
  current,
  view,
}: {
  readonly parts: readonly FormPart[];
  readonly current: string;
  readonly view: 'edit' | 'json';
}) {
  const { store } = useDesk();
  const { say } = useWords();
  const facts = useParts();
  return (
    <>
      <nav class="rail" aria-labelledby="rail-title">
        <h2 id="rail-title">{say('parts')}</h2>
        <ul>
          {parts.map((part) => {
            const { label, isThere, count } = facts(part);
            return (
              <li key={part.name} class={isThere ? '' : 'absent'}>
                <a
                  href={addressOf({ view, file: store.file, part: part.name })}
                  aria-current={part.name === current ? 'true' : undefined}
                >
                  {label}
                  {!isThere && <span class="hidden"> ({say('optional')})</span>}
                </a>
                {count > 0 && (
                  <>
                    <span class="badge" aria-hidden="true">
                      {count}
                    </span>
                    <span class="hidden">{say('findingsCount', { n: count })}</span>
                  </>
                )}
              </li>
            );
          })}
        </ul>
        <OtherWays view={view} part={current} />
      </nav>
      <nav class="rail-select" aria-label={say('parts')}>
        <label>
          <span class="label">{say('part')}</span>
          <select value={current} onChange={(event) => go({ view, file: store.file, part: event.currentTarget.value })}>
            {parts.map((part) => {
              const { label, isThere, count } = facts(part);
              return (
                <option key={part.name} value={part.name}>
                  {label}
                  {count > 0 ? ` (${say('findingsCount', { n: count })})` : isThere ? '' : ` (${say('optional')})`}
                </option>
              );
            })}
          </select>
        </label>
        <OtherWays view={view} part={current} />
      </nav>
    </>
  );
}

/** To what the document is besides its form; the JSON text opens and closes beside the part that is open. */
function OtherWays({ view, part }: { readonly view: 'edit' | 'json'; readonly part: string }) {
  const { store } = useDesk();
  const { say } = useWords();
  return (
    <div class="rail-foot">
      <p>
        <a href={addressOf({ view: view === 'json' ? 'edit' : 'json', file: store.file, part })}>
          <Icon name="code" /> {say(view === 'json' ? 'closeJson' : 'showJson')}
        </a>
      </p>
      <p>
        <a href={addressOf({ view: 'versions', file: store.file, part: '' })}>
          <Icon name="undo" /> {say('versions')}
        </a>
      </p>
    </div>
  );
}

function FormPane({ part }: { readonly part: FormPart }) {
  const { store, isReadOnly } = useDesk();
  const { say, language } = useWords();
  const facts = useParts();
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    // Where the person came by a link of the rail; a field that is gone to takes the focus after it.
    if (isFirst.current && document.activeElement?.closest('.rail') != null) heading.current?.focus();
    isFirst.current = false;
  }, []);
  const { form } = store;
  if (form === null) return null;
  const { label, help, isThere } = facts(part);
  const order = partsOf(form).flatMap(({ fields }) => fields.map(({ name }) => name));
  const [only] = part.fields;
  return (
    <main id="form" class="form" data-part={part.name}>
      <div class="form-head">
        <h1 tabIndex={-1} ref={heading}>
          {label}
        </h1>
        <p class="quiet">{help}</p>
        {part.name !== details && isThere && only?.needed === false && (
          <button
            type="button"
            class="quiet-button"
            aria-disabled={isReadOnly}
            onClick={() => {
              if (isReadOnly) return;
              store.remove([part.name]);
              announce(say('removed', { name: label }));
              heading.current?.focus();
            }}
          >
            <Icon name="bin" /> {say('removePart')}
          </button>
        )}
      </div>
      {!store.isSound && <p class="fault">{say('brokenJson', { message: '' })}</p>}
      {isThere || only === undefined ? (
        part.fields.map((field) => {
          const words = fieldWords(field.name, field.says, language);
          const isWhole = part.name !== details;
          return (
            <NodeField
              key={field.name}
              node={field.node}
              path={[field.name]}
              label={words.label}
              help={isWhole ? '' : words.help}
              needed={isWhole || field.needed}
              order={order}
              depth={1}
              isNamed={isWhole}
            />
          );
        })
      ) : (
        <p class="not-there">
          {say('notThere')}{' '}
          <button
            type="button"
            onClick={() => {
              store.set([part.name], blankOf(only.node, { form, languages: store.languages }) ?? {}, order);
              focusFirst(`$.${part.name}`);
            }}
          >
            <Icon name="add" /> {say('addPart')}
          </button>
        </p>
      )}
    </main>
  );
}
