/** The view of the JSON text: beside the form where there is room for both and the document has a form. */
import { useDesk } from '../desk.tsx';
import { EditView, useNewFindings } from '../edit.tsx';
import { useMedia } from '../sheet/as-sheet.tsx';
import { JsonPane } from './pane.tsx';

export function JsonView({ part }: { readonly part: string }) {
  const { store } = useDesk();
  const isWide = useMedia('(min-width: 56rem)');
  return isWide && store.form !== null ? <EditView part={part} beside="json" /> : <OnlyJson />;
}

function OnlyJson() {
  useNewFindings();
  return (
    <main id="form" class="only json">
      <JsonPane heading="h1" />
    </main>
  );
}
