/** What two texts of a document say differently, place by place, word by word. */
import { useMemo } from 'preact/hooks';
import { type DataDifference, type DataDifferences, differencesOf } from '../../differences.ts';
import { useDesk } from '../desk.tsx';
import { pathOf } from '../edits.ts';
import { placeName } from '../form-model.ts';
import { useWords } from '../speech.ts';
import { type ChangedPiece, changedWords } from '../translate/changed-words.ts';

const mostShown = 200;

interface ComparedText {
  readonly label: string;
  /** The data of it. */
  readonly value: unknown;
}

/** `isChange` says that one came after the other; else both stand for themselves. */
export function DifferenceList(props: {
  readonly before: ComparedText;
  readonly after: ComparedText;
  readonly isChange: boolean;
}) {
  const { before, after } = props;
  const { say } = useWords();
  const found = useMemo(() => safely(before.value, after.value), [before.value, after.value]);
  if (found === null) return <p>{say('changesUntold')}</p>;
  if (found.count === 0) return <p>{say('sameWords')}</p>;
  const more = found.count - found.shown.length;
  return (
    <>
      <p class="quiet">{say('changesCount', { n: found.count })}</p>
      <ul class="differences">
        {found.shown.map((each) => (
          <Difference key={each.path} difference={each} {...props} />
        ))}
      </ul>
      {more > 0 && <p class="quiet">{say('andMore', { n: more })}</p>}
    </>
  );
}

/** Null for data that is nested deeper than any. */
function safely(before: unknown, after: unknown): DataDifferences | null {
  try {
    return differencesOf(before, after, mostShown);
  } catch {
    return null;
  }
}

function Difference(props: {
  readonly difference: DataDifference;
  readonly before: ComparedText;
  readonly after: ComparedText;
  readonly isChange: boolean;
}) {
  const { difference, before, after, isChange } = props;
  const { store } = useDesk();
  const words = useWords();
  const { path, was, now } = difference;
  const steps = pathOf(path);
  const lang = store.languages.find((tag) => tag === steps.at(-1));
  const pieces = was === null || now === null ? [] : changedWords(was, now);
  // What went is named by what it was.
  const root = now === null ? before.value : after.value;
  return (
    <li>
      <h3 class="label">{store.form === null ? path : placeName(store.form, root, steps, words)}</h3>
      <dl>
        <dt>{before.label}</dt>
        <Side text={was} pieces={pieces} kind="removed" mark={isChange ? 'del' : 'mark'} lang={lang} />
        <dt>{after.label}</dt>
        <Side text={now} pieces={pieces} kind="added" mark={isChange ? 'ins' : 'mark'} lang={lang} />
      </dl>
    </li>
  );
}

/** The words of one side, with those marked that the other has not. */
function Side(props: {
  readonly text: string | null;
  readonly pieces: readonly ChangedPiece[];
  readonly kind: 'added' | 'removed';
  readonly mark: 'ins' | 'del' | 'mark';
  readonly lang: string | undefined;
}) {
  const { text, pieces, kind, mark: Mark, lang } = props;
  const { say } = useWords();
  if (text === null) return <dd class="quiet">{say('isNotThere')}</dd>;
  const own = pieces.filter((piece) => piece.kind === 'same' || piece.kind === kind);
  return (
    <dd lang={lang}>
      {own.length === 0
        ? text
        : own.map((piece, index) => (piece.kind === 'same' ? piece.text : <Mark key={index}>{piece.text}</Mark>))}
    </dd>
  );
}
