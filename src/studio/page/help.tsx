/** The keys of the studio. Each has a button or a link that does the same, so that nobody has to know them. */
import { useRef } from 'preact/hooks';
import { Icon } from './icons.tsx';
import { useWords } from './speech.ts';
import type { WordKey } from './words.ts';

const keys: readonly (readonly [names: string, does: WordKey])[] = [
  ['F6, Shift+F6', 'key.panes'],
  ['F8, Shift+F8', 'key.findings'],
  ['Alt+↑, Alt+↓', 'key.items'],
  ['Ctrl+Z, Ctrl+Y', 'key.undo'],
  ['Ctrl+Enter', 'key.listen'],
  ['Ctrl+S', 'key.save'],
  ['Page Up, Page Down', 'key.pages'],
];

export function Help() {
  const { say } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const open = () => {
    dialog.current?.showModal();
    heading.current?.focus();
  };
  return (
    <>
      <button type="button" class="quiet-button help-button" onClick={open}>
        <Icon name="note" /> {say('help')}
      </button>
      <dialog ref={dialog} class="help-keys" aria-labelledby="help-title">
        <h2 id="help-title" tabIndex={-1} ref={heading}>
          {say('keysTitle')}
        </h2>
        <p class="quiet">{say('helpKeys')}</p>
        <dl>
          {keys.map(([names, does]) => (
            <div key={names}>
              <dt>{names}</dt>
              <dd>{say(does)}</dd>
            </div>
          ))}
          <div>
            <dt>{say('asSheet')}</dt>
            <dd>{say('sheetKeys')}</dd>
          </div>
        </dl>
        <button type="button" onClick={() => dialog.current?.close()}>
          <Icon name="close" /> {say('closeHelp')}
        </button>
      </dialog>
    </>
  );
}
