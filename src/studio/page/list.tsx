/** Lists: items are added, moved and removed, and focus stays where the person is. */
import { useRef, useState } from 'preact/hooks';
import type { FormNode } from '../protocol.ts';
import { announce } from './announce.ts';
import { useDesk } from './desk.tsx';
import { pathText } from './edits.ts';
import type { FieldProps } from './fields.tsx';
import { focusFirst, focusOnceDrawn } from './focus.ts';
import { blankOf, chosenNode, freshItem, itemName, nodeOf } from './form-model.ts';
import { Icon } from './icons.tsx';
import { NodeField, RecordFields } from './node.tsx';
import { AsSheet } from './sheet/as-sheet.tsx';
import { useWords } from './speech.ts';
import { fieldWords } from './words.ts';

type ListNode = Extract<FormNode, { type: 'list' }>;

export function ItemList({
  path,
  label,
  help,
  order,
  node,
  depth,
  isNamed = false,
}: FieldProps & { readonly node: ListNode }) {
  const { store, isReadOnly } = useDesk();
  const { say, language } = useWords();
  const { form } = store;
  const list = useRef<HTMLFieldSetElement>(null);
  if (form === null) return null;
  const given = store.get(path);
  if (typeof given === 'string' || (typeof given === 'object' && given !== null && !Array.isArray(given)))
    return (
      <div class="single">
        <p class="label">{label}</p>
        <p class="help">{say('fromFile', { name: typeof given === 'string' ? given : JSON.stringify(given) })}</p>
      </div>
    );
  const items: readonly unknown[] = Array.isArray(given) ? given : [];
  const text = pathText(path);
  const nameAt = (index: number) => itemName(form, node.item, items[index], language) || label;

  const insert = (index: number, value: unknown) => {
    store.insert(path, index, value, order);
    focusFirst(`${text}[${index}]`);
  };
  const move = (index: number, by: number) => {
    const to = index + by;
    if (to < 0 || to >= items.length || isReadOnly) return;
    const isUp = by < 0;
    const name = nameAt(index);
    store.move(path, index, to);
    announce(say('moved', { name, n: to + 1, all: items.length }));
    // What has the focus moves along with its item: the button that was pressed, or the box that is written in.
    const at = document.activeElement;
    const own = at instanceof HTMLElement ? at.dataset.path?.slice(`${text}[${index}]`.length) : undefined;
    const selector =
      own === undefined
        ? `.item-actions > [data-move="${isUp ? 'up' : 'down'}"]`
        : `[data-path="${CSS.escape(`${text}[${to}]${own}`)}"]`;
    focusOnceDrawn(() =>
      list.current?.querySelector<HTMLElement>(`:scope > .items > [data-index="${to}"] ${selector}`)?.focus(),
    );
  };
  const remove = (index: number) => {
    if (isReadOnly) return;
    const name = `${nameAt(index)} ${index + 1}`;
    if (items.length === 1) store.remove(path);
    else store.remove([...path, index]);
    announce(say('removed', { name }));
    const next = Math.min(index, items.length - 2);
    focusOnceDrawn(() => {
      const heading = list.current?.querySelector<HTMLElement>(
        `:scope > .items > [data-index="${next}"] > legend > [tabindex]`,
      );
      (heading ?? list.current?.querySelector<HTMLElement>(':scope > .add button'))?.focus();
    });
  };

  return (
    <fieldset class="list" ref={list} data-path={text}>
      <legend class={isNamed ? 'hidden' : ''}>
        <span class="label" tabIndex={-1} data-heading={text}>
          {label}
        </span>
      </legend>
      {help !== '' && <p class="help">{help}</p>}
      <AsSheet path={path} label={label} items={items} node={node} order={order}>
        <div class="items">
          {items.map((item, index) => {
            const name = nameAt(index);
            const named = say('itemOf', { name, n: index + 1, all: items.length });
            return (
              <fieldset
                class="item"
                key={index}
                data-index={index}
                onKeyDown={(event) => {
                  const by = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
                  if (by === undefined) return;
                  event.preventDefault();
                  event.stopPropagation();
                  move(index, by);
                }}
              >
                <legend>
                  <span class="label" tabIndex={-1} data-heading={`${text}[${index}]`}>
                    {named}
                  </span>
                </legend>
                <div class="item-actions">
                  <MoveButton kind="up" name={named} isOff={index === 0} act={() => move(index, -1)} />
                  <MoveButton kind="down" name={named} isOff={index === items.length - 1} act={() => move(index, 1)} />
                  <button
                    type="button"
                    class="icon-only"
                    aria-label={say('removeNamed', { name: named })}
                    onClick={() => remove(index)}
                  >
                    <Icon name="bin" />
                  </button>
                </div>
                <Item path={[...path, index]} item={node.item} depth={depth} value={item} listLabel={label} />
              </fieldset>
            );
          })}
        </div>
        <AddItem node={node} label={label} items={items} add={(value) => insert(items.length, value)} />
      </AsSheet>
    </fieldset>
  );
}

function MoveButton({
  kind,
  name,
  isOff,
  act,
}: {
  readonly kind: 'up' | 'down';
  readonly name: string;
  readonly isOff: boolean;
  readonly act: () => void;
}) {
  const { say } = useWords();
  return (
    <button
      type="button"
      class="icon-only"
      data-move={kind}
      aria-disabled={isOff}
      aria-label={say(kind === 'up' ? 'moveUp' : 'moveDown', { name })}
      onClick={() => !isOff && act()}
    >
      <Icon name={kind} />
    </button>
  );
}

function Item({
  path,
  item,
  value,
  depth,
  listLabel,
}: {
  readonly listLabel: string;
  readonly path: readonly (string | number)[];
  readonly item: number;
  readonly value: unknown;
  readonly depth: number;
}) {
  const { store } = useDesk();
  const { language } = useWords();
  const { form } = store;
  if (form === null) return null;
  const index = chosenNode(form, item, value);
  const node = nodeOf(form, index);
  if (node.type === 'record') return <RecordFields path={path} node={index} depth={depth + 1} />;
  const label = itemName(form, item, value, language) || listLabel;
  return <NodeField node={index} path={path} label={label} help="" needed order={[]} depth={depth + 1} isNamed />;
}

/** One button; where there are several kinds of items, the kind is chosen first. */
function AddItem({
  node,
  label,
  items,
  add,
}: {
  readonly node: ListNode;
  readonly label: string;
  readonly items: readonly unknown[];
  readonly add: (value: unknown) => void;
}) {
  const { store, isReadOnly } = useDesk();
  const { say, language } = useWords();
  const { form, languages } = store;
  const [chosen, choose] = useState(0);
  if (form === null) return null;
  const item = nodeOf(form, node.item);
  if (item.type !== 'union') {
    const name = itemName(form, node.item, undefined, language) || label;
    const fresh = freshItem(form, node.item, items, languages);
    if (fresh === undefined) return null;
    return (
      <p class="add">
        <button type="button" aria-disabled={isReadOnly} onClick={() => !isReadOnly && add(fresh)}>
          <Icon name="add" /> {say('add', { name })}
        </button>
      </p>
    );
  }
  const option = item.options[chosen];
  return (
    <p class="add choose">
      <label>
        <span class="label">{say('kindOfBlock')}</span>
        <select value={String(chosen)} onChange={(event) => choose(Number(event.currentTarget.value))}>
          {item.options.map(({ value, says }, index) => (
            <option key={value} value={String(index)}>
              {fieldWords(value, says, language).label}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        aria-disabled={isReadOnly}
        onClick={() => !isReadOnly && option && add(blankOf(option.node, { form, languages }))}
      >
        <Icon name="add" /> {say('add', { name: fieldWords(option?.value ?? '', option?.says ?? '', language).label })}
      </button>
    </p>
  );
}
