/** What was found: under its field, and in a list with the way to each. */

import { useState } from 'preact/hooks';
import type { RuleText, StudioFinding } from '../protocol.ts';
import { announce } from './announce.ts';
import { server } from './api.ts';
import { useDesk } from './desk.tsx';
import { pathOf } from './edits.ts';
import { placeName } from './form-model.ts';
import { Icon } from './icons.tsx';
import { useWords } from './speech.ts';

/** Findings are in English, whatever the page is in. */
const findingLanguage = 'en';

export function FindingNote({ finding, id }: { readonly finding: StudioFinding; readonly id: string }) {
  const { say } = useWords();
  const isError = finding.severity === 'error';
  return (
    <div class="finding-note" id={id}>
      <Icon name={isError ? 'error' : 'warning'} />
      <p>
        <span class="hidden">{say(isError ? 'error' : 'warning')} </span>
        <span lang={findingLanguage}>
          {finding.message} {finding.hints.join(' ')}
        </span>
      </p>
      <FixButton finding={finding} />
    </div>
  );
}

export function FixButton({ finding }: { readonly finding: StudioFinding }) {
  const { store, isReadOnly } = useDesk();
  const { say } = useWords();
  const fix = store.fixOf(finding);
  if (fix === null || isReadOnly) return null;
  const mend = () => {
    store.set(pathOf(fix.path), fix.value);
    announce(say('fixed', { n: store.findings.length - 1 }));
  };
  return (
    <button type="button" class="fix" onClick={mend}>
      <Icon name="mend" />{' '}
      {fix.now.trim() === '' ? say('fixRemove', { was: fix.was }) : say('fixWrite', { now: fix.now })}
    </button>
  );
}

export function usePlace(): (finding: StudioFinding) => string {
  const { store } = useDesk();
  const words = useWords();
  return ({ path, place }) => {
    if (path === null) return place ?? words.say('document');
    if (store.form === null) return path;
    return placeName(store.form, store.value, pathOf(path), words);
  };
}

export function FindingItem({
  finding,
  withReason,
}: {
  readonly finding: StudioFinding;
  readonly withReason: boolean;
}) {
  const { goTo } = useDesk();
  const { say } = useWords();
  const placeOf = usePlace();
  const { severity, message, hints, path, clause, code } = finding;
  const place = placeOf(finding);
  return (
    <li class={`finding ${severity}`}>
      <Icon name={severity === 'error' ? 'error' : 'warning'} />
      <div>
        <p>
          <strong>{say(severity)}</strong> <span lang={findingLanguage}>{message}</span>
        </p>
        {path === null ? (
          <p class="quiet">{place}</p>
        ) : (
          <p>
            <button type="button" class="as-link" onClick={() => goTo(path, finding.fix?.was ?? null)}>
              <span class="hidden">{say('goTo', { place: '' })} </span>
              {place} <Icon name="go" />
            </button>
          </p>
        )}
        {withReason && hints.length > 0 && (
          <p class="quiet" lang={findingLanguage}>
            {hints.join(' ')}
          </p>
        )}
        {withReason && <Rule code={code} clause={clause} />}
        {finding.fix !== null && withReason && <Change fix={finding.fix} />}
        <FixButton finding={finding} />
      </div>
    </li>
  );
}

/** The page of a rule, read when it is opened. */
function Rule({ code, clause }: { readonly code: string; readonly clause: string | null }) {
  const { say } = useWords();
  const [rule, take] = useState<RuleText | null>(null);
  return (
    <details
      class="rule"
      onToggle={(event) => {
        if (event.currentTarget.open && rule === null) void server.rule(code).then(take, () => undefined);
      }}
    >
      <summary>
        {say('allowedBy')} <span lang={findingLanguage}>{clause ?? code}</span>
      </summary>
      {rule !== null && (
        <div lang={findingLanguage}>
          <p>
            <strong>{rule.title ?? rule.code}</strong>
          </p>
          {rule.why !== null && <p>{rule.why}</p>}
          <p>{rule.mend}</p>
          <p class="small">{[rule.code, rule.clause].filter((part) => part !== null).join(' · ')}</p>
        </div>
      )}
    </details>
  );
}

function Change({ fix }: { readonly fix: NonNullable<StudioFinding['fix']> }) {
  const lang = pathOf(fix.path).at(-1);
  return (
    <p class="change" lang={typeof lang === 'string' ? lang : undefined}>
      <del>{fix.was}</del> <ins>{fix.now.replaceAll(/^ | $/g, '␣')}</ins>
    </p>
  );
}

export function countText(findings: readonly StudioFinding[], say: ReturnType<typeof useWords>['say']): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  return [
    ...(errors > 0 ? [say('errorsCount', { n: errors })] : []),
    ...(warnings > 0 ? [say('warningsCount', { n: warnings })] : []),
  ].join(', ');
}

/** The list beside the form. */
export function FindingsPane({ most }: { readonly most: number }) {
  const { store } = useDesk();
  const { say } = useWords();
  const { findings } = store;
  return (
    <section id="findings" class="findings" aria-labelledby="findings-title">
      <div class="pane-head">
        <h2 id="findings-title" tabIndex={-1}>
          {say('findings')}
        </h2>
        <p class="quiet">{countText(findings, say)}</p>
      </div>
      {findings.length === 0 ? (
        <p class="quiet">{say('noFindings')}</p>
      ) : (
        <ul>
          {findings.slice(0, most).map((finding) => (
            <FindingItem key={`${finding.path} ${finding.message}`} finding={finding} withReason={false} />
          ))}
        </ul>
      )}
    </section>
  );
}
