/** Another program has changed what is written here: the person says which text stays. */
import { useMemo } from 'preact/hooks';
import { announce } from './announce.ts';
import { useDesk } from './desk.tsx';
import { parseText } from './edits.ts';
import { Icon } from './icons.tsx';
import { useWords } from './speech.ts';
import { DifferenceList } from './versions/difference-list.tsx';

export function Conflict() {
  const { store } = useDesk();
  const { say } = useWords();
  if (store.saveState !== 'conflict') return null;
  const settle = (keep: 'mine' | 'theirs') => {
    // The question goes with its buttons: who answered it goes on in the form.
    document.querySelector<HTMLElement>('#form h1')?.focus();
    void store.settle(keep).then(() => announce(say(keep === 'mine' ? 'keptMine' : 'tookTheirs')));
  };
  return (
    <section id="conflict" class="conflict" aria-labelledby="conflict-title">
      <h2 id="conflict-title" tabIndex={-1}>
        <Icon name="error" /> {say('conflict')}
      </h2>
      <p>{say('conflictHelp')}</p>
      <button type="button" onClick={() => settle('mine')}>
        {say('keepMine')}
      </button>
      <button type="button" onClick={() => settle('theirs')}>
        {say('takeTheirs')}
      </button>
      <details>
        <summary>{say('compare')}</summary>
        <div class="both-texts">
          <BothTexts theirs={store.theirs?.text ?? ''} />
        </div>
      </details>
    </section>
  );
}

function BothTexts({ theirs }: { readonly theirs: string }) {
  const { store } = useDesk();
  const { say } = useWords();
  const other = useMemo(() => parseText(theirs), [theirs]);
  if (!store.isSound || !other.isSound) return <pre>{differentLines(store.text, theirs)}</pre>;
  return (
    <DifferenceList
      before={{ label: say('theirs'), value: other.value }}
      after={{ label: say('mine'), value: store.value }}
      isChange={false}
    />
  );
}

/** Of texts that are no JSON, the lines that only one of them has: `-` mine, `+` theirs. */
function differentLines(mine: string, theirs: string): string {
  const [own, other] = [mine.split('\n'), theirs.split('\n')];
  const [inOwn, inOther] = [new Set(own), new Set(other)];
  return [
    ...own.filter((line) => !inOther.has(line)).map((line) => `- ${line.trim()}`),
    ...other.filter((line) => !inOwn.has(line)).map((line) => `+ ${line.trim()}`),
  ].join('\n');
}
