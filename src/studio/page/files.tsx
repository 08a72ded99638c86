/** The view of finished files: what to make, how far it is, and what to take. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { MadeFile, MakingStep } from '../protocol.ts';
import { announce } from './announce.ts';
import { ServerError, server } from './api.ts';
import { ErrorSummary } from './check.tsx';
import { useDesk } from './desk.tsx';
import { FindingText } from './findings.tsx';
import { Icon } from './icons.tsx';
import { useWords } from './speech.ts';
import { languageName, type WordKey, whenText } from './words.ts';

const formats = ['pdf', 'docx', 'html', 'print', 'epub', 'txt', 'md', 'brf', 'pef'] as const;
const editions = ['standard', 'large', 'plain'] as const;
/** Those that large print makes a difference to. */
const onPaper: readonly string[] = ['pdf', 'docx', 'html', 'print'];
type FileFormat = (typeof formats)[number];
type FileStep = Extract<MakingStep, { format: string }>;

/** How often those who listen hear how far it is. Milliseconds. */
const telling = 5000;

export function FilesView() {
  const { store } = useDesk();
  const { say, language } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const [asked, ask] = useState<readonly FileFormat[]>(['pdf', 'docx', 'html']);
  const [tags, choose] = useState<readonly string[]>(store.languages);
  const [chosenKinds, chooseKinds] = useState<readonly string[]>(['standard']);
  const [withReport, askReport] = useState(true);
  const [steps, take] = useState<readonly FileStep[] | null>(null);
  const [made, list] = useState<readonly MadeFile[]>([]);
  const [fault, blame] = useState('');
  const stop = useRef<AbortController | null>(null);
  const lastTold = useRef(0);
  const reload = () => server.made(store.file).then(list, () => undefined);
  useEffect(() => {
    // Where no file can be made, what is in the way comes first.
    (document.getElementById('error-summary') ?? heading.current)?.focus();
    void reload();
    return () => stop.current?.abort();
  }, []);
  const { value } = store;
  const hasPlain = useMemo(() => hasPlainText(value), [value]);
  const kinds = chosenKinds.filter((kind) => kind !== 'plain' || hasPlain);
  const each = kinds.map(
    (kind) => (kind === 'large' ? asked.filter((format) => onPaper.includes(format)) : asked).length,
  );
  const count = each.reduce((sum, of) => sum + of, 0) * tags.length;
  const isMaking = stop.current !== null;
  const done = steps?.filter(({ state }) => state === 'done').length ?? 0;

  const make = async () => {
    blame('');
    if (store.findings.some(({ severity }) => severity === 'error')) {
      document.getElementById('error-summary')?.focus();
      return;
    }
    if (count === 0) return blame(say('nothingChosen'));
    await store.save();
    stop.current = new AbortController();
    const found = new Map<string, FileStep>();
    take([]);
    try {
      const order = { formats: asked, languages: tags, editions: kinds, report: withReport };
      for await (const step of server.make(store.file, order, stop.current.signal)) {
        if (step.state === 'broken') blame(step.message);
        else if (step.state === 'saved') announce(say('filesSaved', { n: count, folder: step.folder }));
        else {
          found.set(`${step.format} ${step.edition} ${step.lang}`, step);
          take([...found.values()]);
          const ready = [...found.values()].filter(({ state }) => state === 'done').length;
          if (step.state === 'done' && Date.now() - lastTold.current > telling) {
            lastTold.current = Date.now();
            announce(say('filesReady', { n: ready, all: count }));
          }
        }
      }
    } catch (error) {
      if (error instanceof ServerError) blame(error.message);
    }
    stop.current = null;
    await reload();
    take((before) => [...(before ?? [])]);
  };
  const toggle = <T,>(all: readonly T[], each: T): readonly T[] =>
    all.includes(each) ? all.filter((other) => other !== each) : [...all, each];

  return (
    <div class="files">
      <section class="order" aria-labelledby="order-title">
        <h2 id="order-title">{say('whatToMake')}</h2>
        <fieldset>
          <legend class="label">{say('formats')}</legend>
          {formats.map((format) => (
            <label class="choice" key={format}>
              <input type="checkbox" checked={asked.includes(format)} onChange={() => ask(toggle(asked, format))} />
              <span>
                {say(`format.${format}` as WordKey)}
                <span class="quiet small">{say(`about.format.${format}` as WordKey)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend class="label">{say('editions')}</legend>
          {editions.map((kind) => (
            <label class="choice" key={kind}>
              <input
                type="checkbox"
                checked={kinds.includes(kind)}
                disabled={kind === 'plain' && !hasPlain}
                onChange={() => chooseKinds(toggle(chosenKinds, kind))}
              />
              <span>
                {say(`edition.${kind}`)}
                {kind === 'plain' && !hasPlain && <span class="quiet small">{say('noPlain')}</span>}
              </span>
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend class="label">{say('languages')}</legend>
          {store.languages.map((tag) => (
            <label class="choice" key={tag}>
              <input type="checkbox" checked={tags.includes(tag)} onChange={() => choose(toggle(tags, tag))} />
              <span>{languageName(tag, language)}</span>
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend class="hidden">{say('evidence')}</legend>
          <label class="choice">
            <input type="checkbox" checked={withReport} onChange={() => askReport(!withReport)} />
            <span>
              {say('evidence')}
              <span class="quiet small">{say('aboutEvidence')}</span>
            </span>
          </label>
        </fieldset>
        {isMaking ? (
          <button type="button" class="primary" onClick={() => stop.current?.abort()}>
            {say('stop')}
          </button>
        ) : (
          <button type="button" class="primary" onClick={() => void make()}>
            {say('makeCount', { n: count })}
          </button>
        )}
        {fault !== '' && (
          <p class="fault" role="alert">
            <Icon name="error" /> {fault}
          </p>
        )}
      </section>
      <main id="form" class="only">
        <div class="form-head">
          <h1 tabIndex={-1} ref={heading}>
            {say('files')}
          </h1>
          {steps !== null && <p class="quiet">{say('filesReady', { n: done, all: count })}</p>}
          {made.length > 0 && !isMaking && (
            <a class="button" href={server.zipAddress(store.file)} download="">
              <Icon name="download" /> {say('downloadAll')}
            </a>
          )}
        </div>
        <ErrorSummary />
        {steps !== null && <progress aria-label={say('files')} max={count} value={done} />}
        {isMaking || (steps ?? []).some(({ state }) => state === 'failed') ? (
          <Steps steps={steps ?? []} />
        ) : (
          <Made made={made} />
        )}
      </main>
    </div>
  );
}

function Made({ made: all }: { readonly made: readonly MadeFile[] }) {
  const { store } = useDesk();
  const { say } = useWords();
  if (all.length === 0) return <p>{say('noFilesYet')}</p>;
  return (
    <table class="documents made">
      <thead>
        <tr>
          <th scope="col">{say('file')}</th>
          <th scope="col">{say('changed')}</th>
          <th scope="col">{say('size')}</th>
          <th scope="col">
            <span class="hidden">{say('actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {all.map(({ name, size, made: when, isStale }) => (
          <tr key={name}>
            <th scope="row">
              <span class="label">
                {say(`format.${formatOf(name)}` as WordKey)}
                {editionOf(name) !== null && `, ${say(`edition.${editionOf(name)}` as WordKey)}`}
              </span>
              <span class="quiet small">{name}</span>
            </th>
            <td>
              {isStale ? (
                <span class="needs">
                  <Icon name="warning" /> {say('filesStale')}
                </span>
              ) : (
                <span class="good">
                  <Icon name="check" /> {whenText(when, say)}
                </span>
              )}
            </td>
            <td>{say('kilobytes', { n: Math.max(1, Math.round(size / 1000)) })}</td>
            <td class="row-actions">
              <a
                class="button"
                href={server.fileAddress(store.file, name)}
                download={name}
                aria-label={say('downloadNamed', { name })}
              >
                <Icon name="download" /> {say('download')}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Steps({ steps: all }: { readonly steps: readonly FileStep[] }) {
  const { say, language } = useWords();
  return (
    <ul class="making">
      {all.map((step) => (
        <li key={`${step.format} ${step.edition} ${step.lang}`}>
          <Icon name={step.state === 'done' ? 'check' : step.state === 'failed' ? 'error' : 'note'} />
          <span>
            <strong>{say(`format.${step.format}` as WordKey)}</strong>
            {step.edition !== 'standard' && `, ${say(`edition.${step.edition}` as WordKey)}`},{' '}
            {languageName(step.lang, language)}: {say(`state.${step.state}` as WordKey)}
            {(step.state === 'failed' || (step.state === 'done' && step.compared !== null)) && '. '}
            {step.state === 'failed' && <FindingText finding={step} withMend />}
            {step.state === 'done' && step.compared !== null && say('compared', { n: step.compared })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function formatOf(name: string): string {
  if (/\.(?:report|accessibility)\./.test(name)) return 'report';
  if (/\.ticket\./.test(name)) return 'ticket';
  return /\.(?:print|sheets)\.pdf$/.test(name) ? 'print' : (name.split('.').at(-1) ?? '');
}

function editionOf(name: string): string | null {
  return /\.(large|plain)\./.exec(name)?.[1] ?? null;
}

/** Whether the document or any part of it has easy-to-read words. */
function hasPlainText(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, inner]) => (name === 'plain' && inner !== null) || hasPlainText(inner));
}
