/** The view of what was found: reasons, certain fixes, and what stands in the way of files. */
import { useEffect, useRef } from 'preact/hooks';
import { useDesk } from './desk.tsx';
import { countText, FindingItem, FindingText, usePlace } from './findings.tsx';
import { Icon } from './icons.tsx';
import { ListenPane } from './listen.tsx';
import { PreviewPane } from './preview.tsx';
import { useWords } from './speech.ts';
import { writeMends } from './steps.ts';

export function CheckView() {
  const { store, isReadOnly } = useDesk();
  const { say } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { findings } = store;
  const certain = findings.flatMap((finding) => store.fixOf(finding) ?? []);
  const mendAll = () => {
    writeMends(store, certain, say);
    heading.current?.focus();
  };
  return (
    <div class="check">
      <main id="form" class="form">
        <div class="form-head">
          <h1 tabIndex={-1} ref={heading}>
            {say('findings')}
          </h1>
          <p class="quiet">{countText(findings, say)}</p>
          {certain.length > 1 && !isReadOnly && (
            <button type="button" onClick={mendAll}>
              <Icon name="mend" /> {say('fixAll', { n: certain.length })}
            </button>
          )}
        </div>
        <ErrorSummary />
        {findings.length === 0 ? (
          <p>{say(store.isChecked ? 'noFindings' : 'counting')}</p>
        ) : (
          <ul class="finding-list">
            {findings.map((finding) => (
              <FindingItem key={`${finding.path} ${finding.message}`} finding={finding} withReason />
            ))}
          </ul>
        )}
      </main>
      <div class="side whole">
        <PreviewPane />
      </div>
      <ListenPane />
    </div>
  );
}

/** What keeps files from being made, each with the way to its field. */
export function ErrorSummary() {
  const { store, goTo } = useDesk();
  const { say } = useWords();
  const placeOf = usePlace();
  const errors = store.findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return null;
  return (
    <section id="error-summary" class="error-summary" tabIndex={-1} aria-labelledby="error-title">
      <h2 id="error-title">
        <Icon name="error" /> {say('problem')}
      </h2>
      <p>{say('noFilesUntil')}</p>
      <ul>
        {errors.map((finding) => (
          <li key={`${finding.path} ${finding.message}`}>
            {finding.path === null ? (
              <FindingText finding={finding} withMend={false} />
            ) : (
              <button type="button" class="as-link" onClick={() => goTo(finding.path ?? '$')}>
                {placeOf(finding)}: <FindingText finding={finding} withMend={false} />
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
