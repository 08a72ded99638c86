/** What is done with whole rows of a sheet. */
import { useDesk } from '../desk.tsx';
import { Icon, type IconName } from '../icons.tsx';
import { useWords } from '../speech.ts';
import type { WordKey } from '../words.ts';

export function SheetTools(props: {
  /** What the rows are, and which one is meant. */
  readonly label: string;
  readonly row: number;
  readonly rows: number;
  readonly add: () => void;
  readonly move: (by: 1 | -1) => void;
  readonly remove: () => void;
  readonly paste: () => void;
}) {
  const { label, row, rows, add, move, remove, paste } = props;
  const { isReadOnly } = useDesk();
  const { say } = useWords();
  const tools: readonly (readonly [WordKey, IconName | null, boolean, () => void])[] = [
    ['addRow', 'add', false, add],
    ['rowUp', 'up', row <= 0, () => move(-1)],
    ['rowDown', 'down', row >= rows - 1, () => move(1)],
    ['removeRow', 'bin', rows === 0, remove],
    ['pasteFrom', null, false, paste],
  ];
  const ofAll: readonly WordKey[] = ['addRow', 'pasteFrom'];
  const nameOf = (word: WordKey) =>
    `${say(word)}: ${ofAll.includes(word) ? label : `${label}, ${say('row', { n: row + 1 })}`}`;
  return (
    <div class="sheet-tools">
      {tools.map(([word, icon, isOff, act]) => (
        <button
          key={word}
          type="button"
          class={word === 'addRow' ? '' : 'quiet-button'}
          aria-label={nameOf(word)}
          aria-disabled={isOff || isReadOnly}
          onClick={() => !isOff && !isReadOnly && act()}
        >
          {icon !== null && <Icon name={icon} />} {say(word)}
        </button>
      ))}
    </div>
  );
}
