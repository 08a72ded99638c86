/** Small buttons for the marks of a text: they write the notation around what is selected. */
import { useRef, useState } from 'preact/hooks';
import { useDesk } from './desk.tsx';
import { type DataPath, pathText } from './edits.ts';
import { Icon } from './icons.tsx';
import { useWords } from './speech.ts';

/** The box of these texts that was written in last, else the first. */
function boxOf(path: DataPath): HTMLTextAreaElement | null {
  const text = pathText(path);
  const boxes = [...document.querySelectorAll<HTMLTextAreaElement>('textarea[data-path]')].filter((box) =>
    box.dataset.path?.startsWith(`${text}.`),
  );
  return boxes.find((box) => box.dataset.path === lastPath) ?? boxes[0] ?? null;
}

let lastPath = '';
addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLTextAreaElement && target.dataset.path !== undefined) lastPath = target.dataset.path;
});

export function MarkButtons({ name, path }: { readonly name: string; readonly path: DataPath }) {
  const { say } = useWords();
  const { isReadOnly } = useDesk();
  const bar = useRef<HTMLDivElement>(null);
  const [current, moveTo] = useState(0);
  const wrap = (before: string, after: string) => {
    const box = boxOf(path);
    if (box === null || isReadOnly) return;
    const { selectionStart: start, selectionEnd: end, value } = box;
    const words = value.slice(start, end);
    const isMarked = words.startsWith(before) && words.endsWith(after) && words.length >= before.length + after.length;
    const now = isMarked ? words.slice(before.length, words.length - after.length) : `${before}${words}${after}`;
    box.focus();
    box.setRangeText(now, start, end, words === '' ? 'end' : 'select');
    if (words === '') box.setSelectionRange(start + before.length, start + before.length);
    box.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const link = () => {
    const box = boxOf(path);
    if (box === null) return;
    const isWord = /^(?:https?:\/\/|mailto:|tel:)\S+$/.test(box.value.slice(box.selectionStart, box.selectionEnd));
    wrap(isWord ? '<' : '[', isWord ? '>' : '](https://)');
  };
  const buttons = [
    { key: 'bold', act: () => wrap('**', '**') },
    { key: 'emphasis', act: () => wrap('*', '*') },
    { key: 'link', act: link },
  ] as const;
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = (current + by + buttons.length) % buttons.length;
    moveTo(next);
    bar.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div class="marks" role="toolbar" aria-label={say('marks', { name })} ref={bar} onKeyDown={onKeyDown}>
      {buttons.map(({ key, act }, index) => (
        <button
          key={key}
          type="button"
          class={`mark-${key}`}
          tabIndex={index === current ? 0 : -1}
          onFocus={() => moveTo(index)}
          onClick={act}
        >
          {key === 'link' && <Icon name="link" />} {say(key)}
        </button>
      ))}
    </div>
  );
}
