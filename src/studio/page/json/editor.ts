/**
 * The editor of the JSON text: CodeMirror, loaded only when it is opened. Tab is not its own, so that it traps nobody; it has
 * no history of its own, so that undo is one for all of the page.
 */
import { defaultKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { type Action, forEachDiagnostic, setDiagnostics } from '@codemirror/lint';
import { search, searchKeymap } from '@codemirror/search';
import { Annotation, Compartment, EditorState, type Extension, StateEffect, StateField, Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, type KeyBinding, keymap, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import { languageMarks } from './languages.ts';
import { type EditorLineEnds, joined, lineEndsOf, linesOf } from './line-ends.ts';
import type { WordsAt } from './places.ts';

/** A finding at its place. */
export interface EditorMark extends WordsAt {
  readonly isError: boolean;
  readonly message: string;
  readonly lang: string;
  readonly fix: { readonly name: string; readonly apply: () => void } | null;
}

/** Counted from 1. */
export interface CaretPlace {
  readonly line: number;
  readonly column: number;
}

interface EditorSetting {
  readonly text: string;
  readonly languages: readonly string[];
  readonly nonce: string;
  /** Attributes of the box itself: its name, what describes it. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What CodeMirror says of its own, by what it says in English. */
  readonly phrases: Readonly<Record<string, string>>;
  /** A person has changed the text; `offset` is in `lines` joined by single line ends. */
  readonly changed: (text: string, offset: number, plain: string) => void;
  readonly moved: (offset: number, plain: string) => void;
  /** The caret is at a finding, by the key for the next. */
  readonly atMark: (message: string, place: CaretPlace) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

export interface JsonEditor {
  /** Takes the text of the document; where it is the same, nothing happens. */
  show(text: string): void;
  mark(marks: readonly EditorMark[]): void;
  /** Marks a place without going there; scrolls to it unless the person is in the editor. */
  frame(range: WordsAt | null): void;
  /** Goes there, and has the focus. */
  goTo(range: WordsAt): void;
  lock(isLocked: boolean): void;
  placeOf(offset: number): CaretPlace;
  /** The text with single line ends, in which all offsets are counted. */
  plain(): string;
  close(): void;
}

/** Of a text that the page brings, not the person. */
const brought = Annotation.define<boolean>();
const frameAt = StateEffect.define<WordsAt | null>();
const frameMark = Decoration.mark({ class: 'cm-framed' });

const frames = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, { changes, effects }) =>
    effects.reduce((made, effect) => {
      if (!effect.is(frameAt)) return made;
      return effect.value === null || effect.value.to <= effect.value.from
        ? Decoration.none
        : Decoration.set(frameMark.range(effect.value.from, effect.value.to));
    }, marks.map(changes)),
  provide: (field) => EditorView.decorations.from(field),
});

/** Keys that are those of the whole page. */
const notOurs = ['Mod-Enter', 'Ctrl-m', 'Shift-Alt-m', 'F8', 'Mod-i'];

export function openEditor(parent: HTMLElement, setting: EditorSetting): JsonEditor {
  const locked = new Compartment();
  let ends: EditorLineEnds = lineEndsOf(setting.text);
  const stateOf = (text: string): EditorState =>
    EditorState.create({
      doc: Text.of(linesOf(text, ends)),
      extensions: [
        ...(ends === 'mixed' ? [EditorState.lineSeparator.of('\n')] : []),
        locked.of([]),
        keymap.of([
          ...keysOf(setting),
          ...searchKeymap,
          ...defaultKeymap.filter(({ key }) => !notOurs.includes(key ?? '')),
        ]),
        ...looks(setting, text),
        EditorView.updateListener.of(({ docChanged, selectionSet, state, transactions }) => {
          const { head } = state.selection.main;
          const isOurs = docChanged && !transactions.some((each) => each.annotation(brought) === true);
          if (isOurs) setting.changed(joined(lines(state), ends), head, state.sliceDoc());
          else if (selectionSet) setting.moved(head, state.sliceDoc());
        }),
      ],
    });
  const view = new EditorView({ parent, state: stateOf(setting.text) });
  return {
    show(text) {
      const now = lineEndsOf(text);
      const given = linesOf(text, now);
      if (now !== ends) {
        ends = now;
        view.setState(stateOf(text));
        return;
      }
      const change = changeOf(view.state.doc.toString(), given.join('\n'));
      if (change === null) return;
      const { from, to, insert } = change;
      view.dispatch({
        changes: { from, to, insert: Text.of(insert.split('\n')) },
        annotations: brought.of(true),
        ...(view.hasFocus ? { selection: { anchor: from + insert.length }, scrollIntoView: true } : {}),
      });
    },
    mark(marks) {
      view.dispatch(setDiagnostics(view.state, marks.map(diagnosticOf)));
    },
    frame(range) {
      const { length } = view.state.doc;
      const fits = range !== null && range.to <= length ? range : null;
      const scroll = fits === null || view.hasFocus ? [] : [EditorView.scrollIntoView(fits.from, { y: 'center' })];
      view.dispatch({ effects: [frameAt.of(fits), ...scroll] });
    },
    goTo({ from, to }) {
      const { length } = view.state.doc;
      view.dispatch({
        selection: { anchor: Math.min(from, length), head: Math.min(to, length) },
        effects: EditorView.scrollIntoView(Math.min(from, length), { y: 'center' }),
      });
      view.focus();
    },
    lock(isLocked) {
      view.dispatch({ effects: locked.reconfigure(isLocked ? EditorState.readOnly.of(true) : []) });
    },
    placeOf: (offset) => placeIn(view.state, offset),
    plain: () => view.state.doc.toString(),
    close: () => view.destroy(),
  };
}

function lines({ doc }: EditorState): readonly string[] {
  return [...doc.iterLines()];
}

function placeIn({ doc }: EditorState, offset: number): CaretPlace {
  const line = doc.lineAt(Math.min(offset, doc.length));
  return { line: line.number, column: offset - line.from + 1 };
}

function looks({ languages, nonce, attributes, phrases }: EditorSetting, text: string): readonly Extension[] {
  const [, indent = '  '] = /\n([ \t]+)\S/.exec(text) ?? [];
  return [
    lineNumbers(),
    json(),
    indentOnInput(),
    indentUnit.of(indent.startsWith('\t') ? '\t' : indent.slice(0, 8)),
    syntaxHighlighting(classHighlighter),
    search({ top: true }),
    frames,
    languageMarks(languages),
    EditorView.lineWrapping,
    EditorView.cspNonce.of(nonce),
    EditorState.phrases.of(phrases),
    EditorView.contentAttributes.of({ ...attributes, translate: 'no', tabindex: '0' }),
  ];
}

function keysOf({ atMark, undo, redo }: EditorSetting): readonly KeyBinding[] {
  const done = (act: () => void) => () => {
    act();
    return true;
  };
  const go = (by: 1 | -1) => (view: EditorView) => {
    const found = nextMark(view.state, by);
    if (found === null) return false;
    view.dispatch({ selection: { anchor: found.from, head: found.to }, scrollIntoView: true });
    atMark(found.message, placeIn(view.state, found.from));
    return true;
  };
  return [
    { key: 'Mod-z', run: done(undo), shift: done(redo) },
    { key: 'Mod-y', run: done(redo) },
    { key: 'F8', run: go(1), shift: go(-1) },
    {
      key: 'Mod-.',
      run: (view) => {
        const { head } = view.state.selection.main;
        let fix: Action | null = null;
        forEachDiagnostic(view.state, ({ actions }, from, to) => {
          if (from <= head && head <= to) fix ??= actions?.[0] ?? null;
        });
        (fix as Action | null)?.apply(view, head, head);
        return fix !== null;
      },
    },
  ];
}

/** The finding after the caret, or before it; from the last on to the first. */
function nextMark(state: EditorState, by: 1 | -1): (WordsAt & { readonly message: string }) | null {
  const all: (WordsAt & { readonly message: string })[] = [];
  forEachDiagnostic(state, ({ message }, from, to) => all.push({ from, to, message }));
  const { from: at } = state.selection.main;
  const next = by === 1 ? all.find(({ from }) => from > at) : all.findLast(({ from }) => from < at);
  return next ?? (by === 1 ? all[0] : all.at(-1)) ?? null;
}

function diagnosticOf({ from, to, isError, message, lang, fix }: EditorMark) {
  return {
    from,
    to,
    message,
    severity: isError ? ('error' as const) : ('warning' as const),
    renderMessage: () => {
      const words = document.createElement('span');
      words.lang = lang;
      words.textContent = message;
      return words;
    },
    actions: fix === null ? [] : [{ name: fix.name, apply: fix.apply }],
  };
}

/** The one stretch in which two texts differ; null where they are the same. */
function changeOf(before: string, after: string): { from: number; to: number; insert: string } | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from += 1;
  let end = 0;
  while (end < most - from && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
}
