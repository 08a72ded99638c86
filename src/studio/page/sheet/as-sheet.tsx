/** Whether a list is shown as a sheet or as forms: the person may choose where both are possible. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FormNode } from '../../protocol.ts';
import { useDesk } from '../desk.tsx';
import { type DataPath, pathText, valueAt } from '../edits.ts';
import { blankOf } from '../form-model.ts';
import { Radios } from '../radios.tsx';
import { useWords } from '../speech.ts';
import { columnsOf, columnsOfTable } from './columns.ts';
import { Sheet } from './sheet.tsx';

/** Lists of so many items open as a sheet. */
const manyItems = 2;

/** What was chosen for which list, as long as the page is open. */
const chosen = new Map<string, boolean>();

export function AsSheet({
  path,
  label,
  items,
  node,
  order,
  children,
}: {
  readonly path: DataPath;
  readonly label: string;
  readonly items: readonly unknown[];
  readonly node: Extract<FormNode, { type: 'list' }>;
  readonly order: readonly string[];
  readonly children: ComponentChildren;
}) {
  const { store } = useDesk();
  const { say, language } = useWords();
  const isWide = useMedia('(min-width: 56rem)');
  const key = `${store.file} ${pathText(path)}`;
  const [choice, choose] = useState(chosen.get(key) ?? null);
  const { form, languages } = store;
  if (form === null || !isWide) return <>{children}</>;
  const words = { language, languages };
  const heads = path.at(-1) === 'rows' ? store.get([...path.slice(0, -1), 'columns']) : undefined;
  const ofTable = columnsOfTable(form, node.item, { heads, rows: items }, words);
  const columns = ofTable ?? (node.fromFile ? columnsOf(form, node.item, words) : null);
  if (columns === null || columns.length === 0) return <>{children}</>;
  const isSheet = choice ?? (ofTable !== null || items.length >= manyItems);
  const place = {
    path,
    languages,
    currency: currencyAround(store.value, path),
    heads: ofTable !== null && Array.isArray(heads) ? heads : null,
    blank: () =>
      ofTable !== null && Array.isArray(heads)
        ? { cells: heads.map(() => ({})) }
        : (blankOf(node.item, { form, languages }) ?? {}),
  };
  return (
    <>
      <Radios
        legend={say('shownAs', { name: label })}
        value={isSheet ? 'sheet' : 'forms'}
        options={[
          { value: 'sheet', label: say('asSheet') },
          { value: 'forms', label: say('asForms') },
        ]}
        choose={(value) => {
          chosen.set(key, value === 'sheet');
          choose(value === 'sheet');
        }}
      />
      {isSheet ? (
        <Sheet path={path} label={label} rows={items} columns={columns} place={place} order={order} />
      ) : (
        children
      )}
    </>
  );
}

function currencyAround(value: unknown, path: DataPath): string | null {
  for (let end = path.length; end >= 0; end -= 1) {
    const currency = valueAt(value, [...path.slice(0, end), 'currency']);
    if (typeof currency === 'string') return currency.trim();
  }
  return null;
}

export function useMedia(query: string): boolean {
  const [matches, match] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const follow = () => match(list.matches);
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, [query]);
  return matches;
}
