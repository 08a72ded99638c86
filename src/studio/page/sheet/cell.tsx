/** One cell of a sheet: what it holds, what was found of it, and its box while it is written in. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useDesk } from '../desk.tsx';
import { type DataPath, pathText } from '../edits.ts';
import { useFindings } from '../fields.tsx';
import { Icon } from '../icons.tsx';
import { useWords } from '../speech.ts';
import { fieldWords } from '../words.ts';
import { contentOf, isOpen, type SheetColumn, shownOf } from './columns.ts';

interface CellProps {
  readonly column: SheetColumn;
  readonly index: number;
  readonly row: unknown;
  /** What its row is called. */
  readonly rowName: string;
  /** It is that by which its row is called. */
  readonly isHead: boolean;
  readonly path: DataPath;
  readonly isCurrent: boolean;
  /** It is among those that are chosen; the current one is always. */
  readonly isChosen: boolean;
  /** What writing begins with; null while it is not written in. */
  readonly begun: string | null;
  /** It has the focus. */
  readonly reach: () => void;
  readonly open: () => void;
  /** Ends writing: with what was written, or null for what stood there; and where to go, null to stay where the focus is. */
  readonly leave: (content: string | null, by: { readonly row: number; readonly column: number } | null) => void;
}

export function Cell(props: CellProps) {
  const { column, index, row, path, isHead, isCurrent, isChosen, begun, reach, open } = props;
  const { isReadOnly } = useDesk();
  const { say, language } = useWords();
  const findings = useFindings(path);
  const around = useFindings(column.lang === null ? [] : path.slice(0, -1));
  const found = column.lang === null ? findings : [...findings, ...around];
  const isError = found.some(({ severity }) => severity === 'error');
  const isClosed = !isOpen(row, column);
  const content = contentOf(row, column);
  const attributes = {
    'data-path': pathText(path),
    'data-column': index,
    tabIndex: isCurrent ? 0 : -1,
    class: [
      `of-${column.kind}`,
      isError ? 'has-error' : found.length > 0 ? 'has-warning' : '',
      isClosed ? 'closed' : '',
    ].join(' '),
    'aria-selected': isChosen,
    'aria-readonly': isReadOnly || isClosed ? true : undefined,
    'aria-invalid': isError ? ('true' as const) : undefined,
    lang: column.lang ?? undefined,
    onFocus: reach,
    onDblClick: open,
  };
  const inside =
    begun === null ? (
      <>
        {isError && <Icon name="error" />}
        {isError && (
          <span class="hidden" lang={language}>
            {say('error')}{' '}
          </span>
        )}
        {content === '' ? (
          <span class="hidden" lang={language}>
            {say('emptyCell')}
          </span>
        ) : (
          <Content {...props} />
        )}
      </>
    ) : (
      <CellBox {...props} begun={begun} />
    );
  return isHead ? (
    <th scope="row" {...attributes}>
      {inside}
    </th>
  ) : (
    <td {...attributes}>{inside}</td>
  );
}

function Content({ row, column }: CellProps) {
  const { say, language } = useWords();
  const content = contentOf(row, column);
  if (column.kind === 'choice') return <>{fieldWords(content, `value ${content}`, language).label}</>;
  if (column.kind === 'boolean' && (content === 'true' || content === 'false'))
    return <>{say(content === 'true' ? 'yes' : 'no')}</>;
  return <>{shownOf(row, column, language)}</>;
}

/** Enter and Tab save and go on, Escape brings back what stood there; leaving in another way saves too. */
function CellBox({ column, rowName, begun, leave }: CellProps & { readonly begun: string }) {
  const { say, language } = useWords();
  // Its own: a sign that is typed draws no other cell again.
  const [typed, type] = useState(begun);
  const box = useRef<HTMLTextAreaElement & HTMLSelectElement>(null);
  const isDone = useRef(false);
  useLayoutEffect(() => {
    box.current?.focus();
    if (box.current?.matches('textarea')) box.current.setSelectionRange(begun.length, begun.length);
  }, []);
  const end = (content: string | null, by: { readonly row: number; readonly column: number } | null) => {
    if (isDone.current) return;
    isDone.current = true;
    leave(content, by);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Arrows and undo are the box’s own while one writes.
    event.stopPropagation();
    if (event.key === 'Escape') end(null, { row: 0, column: 0 });
    else if (event.key === 'Enter' && !event.altKey) end(typed, { row: event.shiftKey ? -1 : 1, column: 0 });
    else if (event.key === 'Tab') end(typed, { row: 0, column: event.shiftKey ? -1 : 1 });
    else return;
    event.preventDefault();
  };
  const attributes = {
    ref: box,
    'aria-label': [rowName, column.label].filter((part) => part !== '').join(', '),
    onKeyDown,
    onBlur: () => end(typed, null),
  };
  if (column.kind === 'choice' || column.kind === 'boolean') {
    const values = column.kind === 'choice' ? column.values.map(String) : ['true', 'false'];
    return (
      <select {...attributes} value={typed} onChange={(event) => type(event.currentTarget.value)}>
        <option value="">{say('notChosen')}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {column.kind === 'boolean'
              ? say(value === 'true' ? 'yes' : 'no')
              : fieldWords(value, `value ${value}`, language).label}
          </option>
        ))}
      </select>
    );
  }
  return (
    <textarea
      {...attributes}
      rows={1}
      lang={column.lang ?? undefined}
      spellcheck={column.lang !== null}
      value={typed}
      onInput={(event) => type(event.currentTarget.value)}
    />
  );
}
