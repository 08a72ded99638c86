/** A list of records as a sheet: one tab stop, arrows within, typing over a cell, pasting from Excel. */
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { announce } from '../announce.ts';
import { useDesk } from '../desk.tsx';
import { type DataPath, pathText } from '../edits.ts';
import { focusCell } from '../focus.ts';
import { useWords } from '../speech.ts';
import { Cell } from './cell.tsx';
import { type SheetPlace, withBlock, withCell } from './cells.ts';
import { contentOf, headOf, idOf, isOpen, type SheetColumn } from './columns.ts';
import { type CellAt, cellAfter, isCommand, isTyped } from './keys.ts';
import { withPasted } from './new-table.ts';
import { PasteDialog, type PasteNews, PasteStrip, pastedText } from './paste.tsx';
import { countOpen, type Decimal, decimalOf, readBlock } from './pasted.ts';
import { cellsOf, isIn, rangeOf, repeated, sizeOf, tabbed } from './range.ts';
import { Sums } from './sums.tsx';
import { SheetTools } from './tools.tsx';

interface SheetProps {
  readonly path: DataPath;
  readonly label: string;
  readonly rows: readonly unknown[];
  readonly columns: readonly SheetColumn[];
  readonly place: SheetPlace;
  readonly order: readonly string[];
}

/** A table whose cells are written in. */
const grid = { role: 'grid', 'aria-multiselectable': true } as const;

/** Rows that are drawn at once: of a longer list a part at a time. */
const drawn = 500;

export function Sheet({ path, label, rows, columns, place, order }: SheetProps) {
  const { store, isReadOnly } = useDesk();
  const { say } = useWords();
  const table = useRef<HTMLTableElement>(null);
  const [at, moveTo] = useState<CellAt>({ row: 0, column: 0 });
  /** Where Shift was pressed first; null where one cell alone is chosen. */
  const [anchor, hold] = useState<CellAt | null>(null);
  /** What writing in the cell begins with; null while none is written in. */
  const [begun, begin] = useState<string | null>(null);
  const [news, tell] = useState<PasteNews | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const keysId = useId();
  const head = headOf(columns);
  const wantsFocus = useRef(false);
  const size = { rows: rows.length, columns: columns.length };
  const row = Math.min(at.row, size.rows - 1);
  const current = { row, column: Math.min(at.column, size.columns - 1) };
  const range = rangeOf(anchor ?? current, current);
  const first = Math.floor(Math.max(0, row) / drawn) * drawn;

  useLayoutEffect(() => {
    if (!wantsFocus.current || begun !== null) return;
    wantsFocus.current = false;
    focusCell(table.current, current);
  });
  useEffect(() => () => store.showCell(null), [store]);
  const go = (next: CellAt) => {
    wantsFocus.current = true;
    begin(null);
    hold(null);
    moveTo(next);
  };
  const choose = (next: CellAt) => {
    const from = anchor ?? current;
    const { rows: n, columns: width } = sizeOf(rangeOf(from, next));
    go(next);
    hold(from);
    announce(say('rangeChosen', { n, columns: width }));
  };
  const leadsTo = ({ row, column }: CellAt) => pathText([...path, row, ...(columns[column]?.path ?? [])]);
  /** Writes the same into all chosen cells below the first row, or nothing into all of them. */
  const fill = (block: readonly (readonly string[])[], from: CellAt, news: string) => {
    if (isReadOnly || block.length === 0) return;
    const done = withBlock(store.text, { list: rows, columns, block, at: from, place, decimal: '.' });
    store.edit(done.text, leadsTo(from), leadsTo(from));
    announce(news);
  };
  const clear = () => {
    if (anchor === null) return write(current, '');
    const none = cellsOf(rows, columns, range).map((cells) => cells.map(() => ''));
    fill(none, range.from, say('cleared', { n: none.flat().length }));
  };
  const fillDown = () => {
    const [cells = []] = cellsOf(rows, columns, range);
    const count = range.to.row - range.from.row;
    fill(repeated(cells, count), { ...range.from, row: range.from.row + 1 }, say('filled', { n: count }));
  };
  const write = (cell: CellAt, content: string) => {
    const column = columns[cell.column];
    if (column === undefined || isReadOnly) return;
    const there = { path: [...path, cell.row], row: rows[cell.row] };
    store.edit(withCell(store.text, there, { column, content }, place), leadsTo(cell), leadsTo(cell));
  };
  const open = (content: string) => {
    const column = columns[current.column];
    if (column === undefined || isReadOnly) return;
    if (isOpen(rows[current.row], column)) begin(content);
    else announce(say('cellClosed'));
  };
  const content = () => {
    const column = columns[current.column];
    return column === undefined ? '' : contentOf(rows[current.row], column);
  };
  const paste = (text: string, from: CellAt, decimal: Decimal | null = null) => {
    if (isReadOnly) return;
    const block = readBlock(text);
    if ('message' in block) return tell({ fault: block.message });
    const sign = decimal ?? decimalOf(block) ?? '.';
    const before = store.text;
    const done = withPasted(before, { list: rows, columns, block, at: from, place, decimal: sign });
    store.edit(done.text, leadsTo(from), leadsTo(from));
    const open = decimal === null && decimalOf(block) === null ? countOpen(block) : 0;
    tell({ ...done, source: text, from, decimal: sign, open, before });
    announce(pastedText(done, say).join(' '));
    wantsFocus.current ||= done.withHeads;
  };
  const canUndo = news !== null && !('fault' in news) && store.hasJustGone(news.before, news.text);
  /** The same again, its numbers read the other way. */
  const readAs = (decimal: Decimal) => {
    if (!canUndo || news === null || 'fault' in news) return;
    store.undo();
    pending.current = { text: news.source, from: news.from, decimal };
  };
  const pending = useRef<{ readonly text: string; readonly from: CellAt; readonly decimal: Decimal } | null>(null);
  useEffect(() => {
    const again = pending.current;
    if (again === null) return;
    pending.current = null;
    paste(again.text, again.from, again.decimal);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (begun !== null || event.defaultPrevented) return;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      event.stopPropagation();
      return move(event.key === 'ArrowUp' ? -1 : 1);
    }
    const next = event.altKey ? null : cellAfter(event, current, size);
    if (next !== null && event.shiftKey) choose(next);
    else if (next !== null) go(next);
    else if (isCommand(event) && event.key.toLowerCase() === 'd') fillDown();
    else if ((event.key === 'Enter' && !isCommand(event)) || event.key === 'F2') open(content());
    else if (event.key === 'Delete' || event.key === 'Backspace') clear();
    else if (isTyped(event)) open(event.key);
    else return;
    event.preventDefault();
  };
  const move = (by: 1 | -1) => {
    const to = current.row + by;
    if (isReadOnly || to < 0 || to >= size.rows) return;
    store.move(path, current.row, to);
    announce(say('moved', { name: say('row', { n: current.row + 1 }), n: to + 1, all: size.rows }));
    wantsFocus.current = document.activeElement?.closest('table') != null;
    moveTo({ ...current, row: to });
  };
  const add = () => {
    if (isReadOnly) return;
    const to = size.rows === 0 ? 0 : current.row + 1;
    store.insert(path, to, place.blank(), order);
    go({ row: to, column: 0 });
  };
  const remove = () => {
    if (isReadOnly || size.rows === 0) return;
    if (size.rows === 1) store.remove(path);
    else store.remove([...path, current.row]);
    announce(say('removed', { name: say('row', { n: current.row + 1 }) }));
    go({ ...current, row: Math.max(0, Math.min(current.row, size.rows - 2)) });
  };

  return (
    <div class="sheet">
      {news !== null && ('fault' in news || store.text !== news.before) && (
        <PasteStrip
          news={news}
          isLast={canUndo}
          readAs={readAs}
          undo={() => {
            store.undo();
            tell(null);
            wantsFocus.current = true;
          }}
          close={() => tell(null)}
        />
      )}
      <SheetTools
        label={label}
        row={current.row}
        rows={size.rows}
        add={add}
        move={move}
        remove={remove}
        paste={() => dialog.current?.showModal()}
      />
      {size.rows > 0 && (
        <div class="sheet-frame">
          <table
            ref={table}
            {...grid}
            {...(isReadOnly ? { 'aria-readonly': true } : {})}
            aria-label={label}
            aria-rowcount={size.rows > drawn ? size.rows + 1 : undefined}
            aria-describedby={keysId}
            onKeyDown={onKeyDown}
            onPaste={(event) => {
              const text = event.clipboardData?.getData('text/plain') ?? '';
              if (begun !== null || text === '') return;
              event.preventDefault();
              paste(text, current);
            }}
            onCopy={(event) => {
              if (begun !== null) return;
              event.clipboardData?.setData('text/plain', tabbed(cellsOf(rows, columns, range)));
              event.preventDefault();
            }}
          >
            <thead>
              <tr aria-rowindex={size.rows > drawn ? 1 : undefined}>
                {columns.map((column) => (
                  <th key={idOf(column)} scope="col" class={`of-${column.kind}`}>
                    {column.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(first, first + drawn).map((value, offset) => {
                const index = first + offset;
                return (
                  <tr
                    key={index}
                    data-row={index}
                    aria-rowindex={size.rows > drawn ? index + 2 : undefined}
                    class={columns[0]?.cell === 0 && !columns.every((each) => isOpen(value, each)) ? 'group' : ''}
                  >
                    {columns.map((column, which) => {
                      const isCurrent = index === current.row && which === current.column;
                      return (
                        <Cell
                          key={idOf(column)}
                          column={column}
                          index={which}
                          row={value}
                          rowName={head === undefined ? '' : contentOf(value, head)}
                          isHead={column === head}
                          path={[...path, index, ...column.path]}
                          isCurrent={isCurrent}
                          isChosen={isIn(range, { row: index, column: which })}
                          begun={isCurrent ? begun : null}
                          reach={() => {
                            if (!isCurrent) {
                              hold(null);
                              moveTo({ row: index, column: which });
                            }
                            store.showCell({ path: [...path, index, ...column.path], row: index });
                          }}
                          open={() => open(content())}
                          leave={(content, by) => {
                            if (content !== null) write(current, content);
                            if (by === null) return begin(null);
                            go({
                              row: Math.max(0, Math.min(size.rows - 1, current.row + by.row)),
                              column: Math.max(0, Math.min(size.columns - 1, current.column + by.column)),
                            });
                          }}
                        />
                      );
                    })}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      <Sums rows={rows} columns={columns} />
      <p class="sheet-keys quiet small" id={keysId}>
        <strong>{say('keys')}</strong> {say('sheetKeys')}
        {size.rows > drawn &&
          ` ${say('rowsOf', { from: first + 1, to: Math.min(size.rows, first + drawn), all: size.rows })}`}
      </p>
      <PasteDialog
        dialog={dialog}
        take={(text) => {
          paste(text, size.rows === 0 ? { row: 0, column: 0 } : current);
          wantsFocus.current = true;
        }}
      />
    </div>
  );
}
