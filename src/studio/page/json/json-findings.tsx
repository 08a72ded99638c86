/** What was found in the text, by its places: a list for who cannot see the marks, and the way to each. */
import { useDesk } from '../desk.tsx';
import { countText, FixButton, FoundItem } from '../findings.tsx';
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
          {found.slice(0, most).map((each) => (
            <FoundItem key={`${each.finding.path} ${each.finding.message}`} finding={each.finding} withMend>
              <p>
                <button type="button" class="as-link" onClick={() => editor.goTo(each)}>
                  {say('atPlace', { ...editor.placeOf(each.from) })} <Icon name="go" />
                </button>
              </p>
              <FixButton finding={each.finding} />
            </FoundItem>
          ))}
          {elsewhere.map((finding) => (
            <FoundItem key={`${finding.place} ${finding.message}`} finding={finding} withMend>
              <p class="quiet">{finding.place ?? say('document')}</p>
            </FoundItem>
          ))}
        </ul>
      )}
    </div>
  );
}
