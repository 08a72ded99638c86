/** What was found: under its field, and in a list with the way to each. */

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { CertainFix, RuleText, StudioFinding } from '../protocol.ts';
import { server } from './api.ts';
import { useDesk } from './desk.tsx';
import { pathOf } from './edits.ts';
import { findingWords } from './finding-words.ts';
import { placeName } from './form-model.ts';
import { wordOf } from './found.ts';
import { Icon } from './icons.tsx';
import { addressOf } from './route.ts';
import { type Speech, useWords } from './speech.ts';
import { writeMends } from './steps.ts';
import { languageName } from './words.ts';

/** What the rules themselves say is in English, whatever the page is in. */
const ruleLanguage = 'en';

/** In the language of the page; the exact words of the finding are one step away where they are in English alone. */
export function FindingText({
  finding,
  withMend,
}: {
  readonly finding: Pick<StudioFinding, 'code' | 'message' | 'hints'>;
  readonly withMend: boolean;
}) {
  const { language } = useWords();
  const { lang, says, mend } = findingWords(finding, language);
  return <span lang={lang}>{withMend && mend !== '' ? `${says} ${mend}` : says}</span>;
}

function ExactWords({ finding }: { readonly finding: StudioFinding }) {
  const { say, language } = useWords();
  const { exact } = findingWords(finding, language);
  if (exact === null) return null;
  return (
    <details class="rule">
      <summary>{say('exactly')}</summary>
      <p lang={ruleLanguage}>{exact}</p>
    </details>
  );
}

/** Without the mend where what it asks for is done by the button beside it, not in JSON. */
export function FindingNote({
  finding,
  id,
  withMend = true,
}: {
  readonly finding: StudioFinding;
  readonly id: string;
  readonly withMend?: boolean;
}) {
  const { say } = useWords();
  const isError = finding.severity === 'error';
  return (
    <div class="finding-note" id={id}>
      <Icon name={isError ? 'error' : 'warning'} />
      <p>
        <span class="hidden">{say(isError ? 'error' : 'warning')} </span>
        <FindingText finding={finding} withMend={withMend} />
      </p>
      <FixButton finding={finding} />
      <ExactWords finding={finding} />
    </div>
  );
}

export function FixButton({ finding }: { readonly finding: StudioFinding }) {
  const { store, isReadOnly } = useDesk();
  const words = useWords();
  const fix = store.fixOf(finding);
  if (fix === null || isReadOnly) return null;
  return (
    <button type="button" class="fix" onClick={() => writeMends(store, [fix], words.say)}>
      <Icon name="mend" /> {fixName(fix, words)}
    </button>
  );
}

/** What a mend does, in a few words. */
export function fixName({ does, was, now, edits }: CertainFix, { say, language }: Speech): string {
  if (does === 'stub') return say('copyAsStub', { language: languageName(was, language) });
  if (does === 'name') return say('fixName', { was, now });
  if (edits.length > 1) return say('fixTexts', { n: edits.length });
  return now.trim() === '' ? say('fixRemove', { was }) : say('fixWrite', { now });
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

/** One of a list: how grave it is, what it says, and what is with it. */
export function FoundItem({
  finding,
  withMend = false,
  children,
}: {
  readonly finding: StudioFinding;
  readonly withMend?: boolean;
  readonly children: ComponentChildren;
}) {
  const { say } = useWords();
  const { severity } = finding;
  return (
    <li class={`finding ${severity}`}>
      <Icon name={severity === 'error' ? 'error' : 'warning'} />
      <div>
        <p>
          <strong>{say(severity)}</strong> <FindingText finding={finding} withMend={withMend} />
        </p>
        {children}
      </div>
    </li>
  );
}

export function FindingItem({
  finding,
  withReason,
}: {
  readonly finding: StudioFinding;
  readonly withReason: boolean;
}) {
  const { goTo } = useDesk();
  const { say, language } = useWords();
  const placeOf = usePlace();
  const { path, clause, code } = finding;
  const { lang, mend } = findingWords(finding, language);
  const place = placeOf(finding);
  return (
    <FoundItem finding={finding}>
      {path === null ? (
        <p class="quiet">{place}</p>
      ) : (
        <p>
          <button type="button" class="as-link" onClick={() => goTo(path, wordOf(finding))}>
            <span class="hidden">{say('goTo', { place: '' })} </span>
            {place} <Icon name="go" />
          </button>
        </p>
      )}
      {withReason && mend !== '' && (
        <p class="quiet" lang={lang}>
          {mend}
        </p>
      )}
      {withReason && <ExactWords finding={finding} />}
      {withReason && <Rule code={code} clause={clause} />}
      {finding.fix !== null && withReason && <Change fix={finding.fix} />}
      <FixButton finding={finding} />
    </FoundItem>
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
        {say('allowedBy')} <span lang={ruleLanguage}>{clause ?? code}</span>
      </summary>
      {rule !== null && (
        <div lang={ruleLanguage}>
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
  const { store } = useDesk();
  const lang = pathOf(fix.edits[0]?.path ?? '$').at(-1);
  if (fix.does === 'stub') return null;
  return (
    <p class="change" lang={store.languages.find((tag) => tag === lang)}>
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
        {findings.length > 0 && (
          <p class="all-findings">
            <a href={addressOf({ view: 'check', file: store.file, part: '' })}>{say('showAll')}</a>
          </p>
        )}
      </div>
      {findings.length === 0 ? (
        <p class="quiet">{say(store.isChecked ? 'noFindings' : 'counting')}</p>
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
