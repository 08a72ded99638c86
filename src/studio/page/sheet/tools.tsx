/** What is done with whole rows of a sheet. */
import { useDesk } from '../desk.tsx';
import { Icon, type IconName } from '../icons.tsx';
import { useWords } from '../speech.ts';
import type { WordKey } from '../words.ts';

export function SheetTools(props: {
  readonly add: () => void;
  readonly move: (by: 1 | -1) => void;
  readonly remove: () => void;
  readonly paste: () => void;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isEmpty: boolean;
}) {
  const { add, move, remove, paste, isFirst, isLast, isEmpty } = props;
  const { isReadOnly } = useDesk();
  const { say } = useWords();
  const tools: readonly (readonly [WordKey, IconName | null, boolean, () => void])[] = [
    ['addRow', 'add', false, add],
    ['rowUp', 'up', isFirst, () => move(-1)],
    ['rowDown', 'down', isLast, () => move(1)],
    ['removeRow', 'bin', isEmpty, remove],
    ['pasteFrom', null, false, paste],
  ];
  return (
    <div class="sheet-tools">
      {tools.map(([word, icon, isOff, act]) => (
        <button
          key={word}
          type="button"
          class={word === 'addRow' ? '' : 'quiet-button'}
          aria-disabled={isOff || isReadOnly}
          onClick={() => !isOff && !isReadOnly && act()}
        >
          {icon !== null && <Icon name={icon} />} {say(word)}
        </button>
      ))}
    </div>
  );
}
