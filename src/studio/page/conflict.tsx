/** Another program has changed what is written here: the person says which text stays. */
import { useMemo } from 'preact/hooks';
import { announce } from './announce.ts';
import { useDesk } from './desk.tsx';
import { parseText } from './edits.ts';
import { Icon } from './icons.tsx';
import { go } from './route.ts';
import { useWords } from './speech.ts';
import { DifferenceList } from './versions/difference-list.tsx';

export function Conflict() {
  const { store, goTo } = useDesk();
  const { say } = useWords();
  if (!store.asks) return null;
  const isDeleted = store.theirs === null;
  const settle = (keep: 'mine' | 'theirs') => {
    const path = store.selection?.path;
    void store.settle(keep).then(() => {
      if (isDeleted && keep === 'theirs') go({ view: 'start' });
      else announce(say(isDeleted ? 'allSaved' : keep === 'mine' ? 'keptMine' : 'tookTheirs'));
    });
    // The question goes with its buttons: who answered it goes on where they were.
    document.querySelector<HTMLElement>('main h1')?.focus();
    if (path !== undefined && !isDeleted) goTo(path);
  };
  return (
    <section id="conflict" class="conflict" aria-labelledby="conflict-title">
      <h2 id="conflict-title" tabIndex={-1}>
        <Icon name="error" /> {say(isDeleted ? 'deletedElsewhere' : 'conflict')}
      </h2>
      <p>{say(isDeleted ? 'deletedHelp' : 'conflictHelp')}</p>
      <button type="button" onClick={() => settle('mine')}>
        {say(isDeleted ? 'writeAgain' : 'keepMine')}
      </button>
      <button type="button" onClick={() => settle('theirs')}>
        {say(isDeleted ? 'giveUp' : 'takeTheirs')}
      </button>
      {!isDeleted && <Comparison />}
    </section>
  );
}

function Comparison() {
  const { store } = useDesk();
  const { say } = useWords();
  return (
    <details>
      <summary>{say('compare')}</summary>
      <div class="both-texts">
        <BothTexts theirs={store.theirs?.text ?? ''} />
      </div>
    </details>
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
