/** What was found in the text, by its places: a list for who cannot see the marks, and the way to each. */
import { useDesk } from '../desk.tsx';
import { countText, FindingText, FixButton } from '../findings.tsx';
import { Icon } from '../icons.tsx';
import { useWords } from '../speech.ts';
import type { JsonEditor } from './editor.ts';
import type { PlacedFinding } from './places.ts';

/** So many are drawn; all are marked in the text. */
const most = 50;

export function JsonFindings({
  found,
  editor,
}: {
  readonly found: readonly PlacedFinding[];
  readonly editor: JsonEditor;
}) {
  const { store } = useDesk();
  const { say } = useWords();
  const elsewhere = store.findings.filter((finding) => !found.some((each) => each.finding === finding));
  return (
    <div id="findings" class="findings json-findings">
      <div class="pane-head">
        <h2 id="findings-title" tabIndex={-1}>
          {say('findings')}
        </h2>
        <p class="quiet">{countText(store.findings, say)}</p>
      </div>
      {store.findings.length === 0 ? (
        <p class="quiet">{say(store.isChecked ? 'noFindings' : 'counting')}</p>
      ) : (
        <ul>
          {found.slice(0, most).map((each) => {
            const { finding, from } = each;
            const { severity, path, message } = finding;
            return (
              <li key={`${path} ${message}`} class={`finding ${severity}`}>
                <Icon name={severity === 'error' ? 'error' : 'warning'} />
                <div>
                  <p>
                    <strong>{say(severity)}</strong> <FindingText finding={finding} withMend />
                  </p>
                  <p>
                    <button type="button" class="as-link" onClick={() => editor.goTo(each)}>
                      {say('atPlace', { ...editor.placeOf(from) })} <Icon name="go" />
                    </button>
                  </p>
                  <FixButton finding={finding} />
                </div>
              </li>
            );
          })}
          {elsewhere.map((finding) => (
            <li key={`${finding.place} ${finding.message}`} class={`finding ${finding.severity}`}>
              <Icon name={finding.severity === 'error' ? 'error' : 'warning'} />
              <div>
                <p>
                  <strong>{say(finding.severity)}</strong> <FindingText finding={finding} withMend />
                </p>
                <p class="quiet">{finding.place ?? say('document')}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
