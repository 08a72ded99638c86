/** Pasting: what came, how its numbers were read, the way back; and a box for those who paste by menu or have a file. */
import type { RefObject } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon } from '../icons.tsx';
import { useWords } from '../speech.ts';
import type { Pasted } from './cells.ts';
import type { CellAt } from './keys.ts';
import type { Decimal } from './pasted.ts';

export type PasteNews =
  | { readonly fault: string }
  | (Pasted & {
      readonly source: string;
      readonly from: CellAt;
      readonly decimal: Decimal;
      /** Numbers that could be read in two ways, where nothing told in which. */
      readonly open: number;
      /** The text of the document before it. */
      readonly before: string;
    });

/** What came of it, in a sentence each. */
export function pastedText(
  { rows, columns, withHeads, notNumbers, left, closed }: Pasted,
  say: ReturnType<typeof useWords>['say'],
): readonly string[] {
  return [
    say('pasted', { n: rows, columns }),
    ...(withHeads ? [say('pastedHeads')] : []),
    ...(notNumbers > 0 ? [say('pastedNotNumbers', { n: notNumbers })] : []),
    ...(left > 0 ? [say('pastedLeft', { n: left })] : []),
    ...(closed > 0 ? [say('pastedClosed', { n: closed })] : []),
  ];
}

export function PasteStrip({
  news,
  isLast,
  readAs,
  undo,
  close,
}: {
  readonly news: PasteNews;
  readonly isLast: boolean;
  readonly readAs: (decimal: Decimal) => void;
  readonly undo: () => void;
  readonly close: () => void;
}) {
  const { say } = useWords();
  const id = useId();
  const shut = (
    <button type="button" class="icon-only" aria-label={say('closeNews')} onClick={close}>
      <Icon name="close" />
    </button>
  );
  if ('fault' in news)
    return (
      <div class="paste-strip">
        <p class="fault" role="alert">
          <Icon name="error" /> <span lang="en">{news.fault}</span>
        </p>
        {shut}
      </div>
    );
  const { open, decimal } = news;
  const [done, ...more] = pastedText(news, say);
  return (
    <div class="paste-strip">
      <p>
        <strong>{done}</strong>
        {more.map((words) => (
          <span key={words} class="needs">
            {' '}
            {words}
          </span>
        ))}
        {open > 0 && <span class="needs"> {say('pastedOpen', { n: open })}</span>}
      </p>
      {isLast && (
        <>
          <label for={id}>{say('readNumbersAs')}</label>
          <select id={id} value={decimal} onChange={(event) => readAs(event.currentTarget.value === ',' ? ',' : '.')}>
            <option value=".">25,000.50</option>
            <option value=",">25 000,50</option>
          </select>
          <button type="button" onClick={undo}>
            <Icon name="undo" /> {say('undoPaste')}
          </button>
        </>
      )}
      {shut}
    </div>
  );
}

export function PasteDialog({
  dialog,
  take,
}: {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly take: (text: string) => void;
}) {
  const { say } = useWords();
  const [text, write] = useState('');
  const id = useId();
  const close = () => dialog.current?.close();
  return (
    <dialog ref={dialog} aria-labelledby={`${id}-title`} onClose={() => write('')}>
      <h2 id={`${id}-title`}>{say('pasteTitle')}</h2>
      <p class="help" id={`${id}-help`}>
        {say('pasteHelp')}
      </p>
      <label for={`${id}-text`} class="label">
        {say('pasteCells')}
      </label>
      <textarea
        id={`${id}-text`}
        rows={8}
        aria-describedby={`${id}-help`}
        spellcheck={false}
        value={text}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <label for={`${id}-file`} class="label">
        {say('pasteFile')}
      </label>
      <input
        id={`${id}-file`}
        type="file"
        accept=".csv,.tsv,.txt"
        onChange={(event) => void event.currentTarget.files?.[0]?.text().then(write)}
      />
      <p class="dialog-actions">
        <button
          type="button"
          class="primary"
          onClick={() => {
            close();
            if (text !== '') take(text);
          }}
        >
          {say('insertCells')}
        </button>
        <button type="button" onClick={close}>
          {say('cancel')}
        </button>
      </p>
    </dialog>
  );
}
