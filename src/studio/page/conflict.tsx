/** Another program has changed what is written here: the person says which text stays. */
import { useDesk } from './desk.tsx';
import { Icon } from './icons.tsx';
import { useWords } from './speech.ts';

export function Conflict() {
  const { store } = useDesk();
  const { say } = useWords();
  if (store.saveState !== 'conflict') return null;
  return (
    <section class="conflict" aria-labelledby="conflict-title">
      <h2 id="conflict-title">
        <Icon name="error" /> {say('conflict')}
      </h2>
      <p>{say('conflictHelp')}</p>
      <button type="button" onClick={() => void store.settle('mine')}>
        {say('keepMine')}
      </button>
      <button type="button" onClick={() => void store.settle('theirs')}>
        {say('takeTheirs')}
      </button>
      <details>
        <summary>{say('compare')}</summary>
        <pre>{differences(store.text, store.theirs?.text ?? '')}</pre>
      </details>
    </section>
  );
}

/** The lines that only one of the texts has: `-` mine, `+` theirs. */
function differences(mine: string, theirs: string): string {
  const [own, other] = [mine.split('\n'), theirs.split('\n')];
  const [inOwn, inOther] = [new Set(own), new Set(other)];
  return [
    ...own.filter((line) => !inOther.has(line)).map((line) => `- ${line.trim()}`),
    ...other.filter((line) => !inOwn.has(line)).map((line) => `+ ${line.trim()}`),
  ].join('\n');
}
