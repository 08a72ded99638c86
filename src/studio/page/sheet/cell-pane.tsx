/** The cell of a sheet that has the focus, as a field with its help and what was found of it. */
import { useDesk } from '../desk.tsx';
import { fieldAt } from '../form-model.ts';
import { NodeField } from '../node.tsx';
import { useWords } from '../speech.ts';

export function CellPane() {
  const { store } = useDesk();
  const words = useWords();
  const { form, cell } = store;
  const found = form === null || cell === null ? null : fieldAt(form, store.value, cell.path, words.language);
  if (cell === null || found === null) return null;
  return (
    <section class="cell-pane" aria-labelledby="cell-title">
      <h2 id="cell-title" tabIndex={-1}>
        {words.say('row', { n: cell.row + 1 })}
        <span class="hidden">: {words.say('cellPane')}</span>
      </h2>
      <NodeField key={JSON.stringify(found.path)} {...found} depth={2} />
    </section>
  );
}
