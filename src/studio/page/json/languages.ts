/** Texts of the data are marked with the language that they are in, as their field says it: screen readers change their voice. */
import { syntaxTree } from '@codemirror/language';
import { RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/** `languages` are the tags that fields have as their names. */
export function languageMarks(languages: readonly string[]) {
  const marks = new Map(languages.map((tag) => [tag, Decoration.mark({ attributes: { lang: tag } })]));
  const marksIn = (view: EditorView): DecorationSet => {
    const made = new RangeSetBuilder<Decoration>();
    for (const { from, to } of view.visibleRanges)
      syntaxTree(view.state).iterate({
        from,
        to,
        enter: ({ name, node }) => {
          if (name !== 'Property') return;
          const [key, value] = [node.firstChild, node.lastChild];
          if (key === null || value?.name !== 'String') return;
          const mark = marks.get(view.state.sliceDoc(key.from + 1, key.to - 1));
          // Within the quotation marks.
          if (mark !== undefined && value.to - value.from > 2) made.add(value.from + 1, value.to - 1, mark);
        },
      });
    return made.finish();
  };
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = marksIn(view);
      }
      update({ docChanged, viewportChanged, view, startState, state }: ViewUpdate) {
        if (docChanged || viewportChanged || syntaxTree(startState) !== syntaxTree(state))
          this.decorations = marksIn(view);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
}
