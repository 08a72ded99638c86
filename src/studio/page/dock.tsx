/** In one column: the ways from one pane to another, at the foot of the window. */
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from './desk.tsx';
import { goToPane } from './focus.ts';
import type { View } from './route.ts';
import { useWords } from './speech.ts';

/** The panes of the views that have several. */
const panesOf: Readonly<Partial<Record<View, readonly PaneName[]>>> = {
  edit: ['form', 'preview', 'findings'],
  check: ['form', 'preview', 'listen'],
};
type PaneName = 'form' | 'preview' | 'findings' | 'listen';
const none: readonly PaneName[] = [];

export function Dock({ view }: { readonly view: View }) {
  const { store } = useDesk();
  const { say } = useWords();
  const panes = panesOf[view] ?? none;
  const current = useShownPane(panes);
  if (panes.length === 0) return null;
  const count = store.findings.length;
  return (
    <nav class="dock" aria-label={say('dock')}>
      <ul>
        {panes.map((pane) => {
          const isFindings = pane === 'findings' || (pane === 'form' && view === 'check');
          return (
            <li key={pane}>
              <button type="button" aria-current={pane === current ? 'true' : undefined} onClick={() => goToPane(pane)}>
                {say(isFindings ? 'findings' : pane)} {isFindings && count > 0 ? count : ''}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** The pane in the middle of the window. */
function useShownPane(panes: readonly PaneName[]): PaneName | null {
  const [shown, show] = useState<PaneName | null>(null);
  useEffect(() => {
    const follow = () => {
      const middle = innerHeight / 2;
      const under = panes.findLast(
        (pane) => (document.getElementById(pane)?.getBoundingClientRect().top ?? 0) < middle,
      );
      show(under ?? panes[0] ?? null);
    };
    follow();
    addEventListener('scroll', follow, { passive: true });
    return () => removeEventListener('scroll', follow);
  }, [panes]);
  return shown;
}
