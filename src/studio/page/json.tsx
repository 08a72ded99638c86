/** The text of the document as it is saved. */
import { useEffect, useRef } from 'preact/hooks';
import { useDesk } from './desk.tsx';
import { addressOf } from './route.ts';
import { useWords } from './speech.ts';

export function JsonView() {
  const { store } = useDesk();
  const { say } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main id="form" class="only json">
      <div class="form-head">
        <h1 tabIndex={-1} ref={heading}>
          JSON
        </h1>
        <p>
          <a href={addressOf({ view: 'edit', file: store.file, part: '' })}>{say('showForm')}</a>
        </p>
      </div>
      {!store.isSound && <p class="fault">{say('brokenJson', { message: '' })}</p>}
      <label>
        <span class="hidden">{store.file}</span>
        <textarea
          class="json-text"
          spellcheck={false}
          value={store.text}
          onInput={(event) => store.change(event.currentTarget.value, '$')}
        />
      </label>
    </main>
  );
}
