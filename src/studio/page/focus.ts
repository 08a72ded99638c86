/** Ways of the focus: to a field from a finding, a word of the preview or a line of the list. */
import { pathOf, pathText } from './edits.ts';
import { isWithin } from './mend.ts';
import { partAt } from './parts.ts';
import { go, routeOf } from './route.ts';
import type { DocumentStore } from './store.ts';

/** Opens the part that holds the path, goes to its box and selects the word. */
export function goToField(store: DocumentStore, path: string, word: string | null): void {
  if (store.form === null) return;
  const steps = pathOf(path);
  const part = partAt(store.form, steps);
  const route = routeOf(location.hash);
  // The form is beside the JSON text, where both have room.
  const view = document.querySelector('.with-json') === null ? 'edit' : 'json';
  if (route.view !== view || route.part !== part) go({ view, file: store.file, part });
  whenThere(
    () => closest(path, part),
    (box) => {
      for (let around = box.parentElement; around !== null; around = around.parentElement)
        if (around instanceof HTMLDetailsElement) around.open = true;
      box.focus({ preventScroll: true });
      // What has no box of its own is where one is, all the same: the next finding is looked for from there.
      if (box.dataset.path !== path) store.select({ path, word });
      box.scrollIntoView({ block: 'center' });
      if (word !== null && box instanceof HTMLTextAreaElement) {
        const at = box.value.indexOf(word);
        if (at >= 0) box.setSelectionRange(at, at + word.length);
      }
    },
  );
}

/**
 * From a field to the line that a screen reader says of it; Enter there goes back. `tell` is called where nothing is said of it, and
 * where the page has not come in time.
 */
export function goToHeard(store: DocumentStore, tell: (what: 'missing' | 'late') => void): boolean {
  const path = document.activeElement?.closest<HTMLElement>('#form [data-path], .cell-pane [data-path]')?.dataset.path;
  if (path === undefined) return false;
  const language = store.languages.find((tag) => path.endsWith(`.${tag}`));
  if (language !== undefined && language !== store.drawing.language) store.drawing.show({ language });
  store.select({ path, word: null });
  if (routeOf(location.hash).view !== 'check') go({ view: 'check', file: store.file, part: '' });
  // The page is made and read first; whoever goes elsewhere meanwhile is left there.
  const asked = Date.now();
  const timer = setInterval(() => {
    // A line has words of several fields: the list says which of them it shows.
    const list = document.querySelector(`#listen [data-shown="${CSS.escape(path)}"]`);
    const line = list?.querySelector<HTMLElement>('[aria-current]');
    line?.focus();
    const isLate = Date.now() - asked > patience;
    if (list !== null && line === null) tell('missing');
    else if (list === null && isLate) tell('late');
    if (list !== null || isLate || routeOf(location.hash).view !== 'check') clearInterval(timer);
  }, 100);
  return true;
}

/** How long the line of a field is waited for. Milliseconds. */
const patience = 30_000;

const boxes = 'input, textarea, select, button, th[tabindex], td[tabindex]';

/**
 * The box of a path, or the heading of what stands there; of what has neither, the first box in it; else the same of what is around
 * it, in the end the heading of the part. Never a button of something else: the next Enter would press it.
 */
function closest(path: string, part: string): HTMLElement | null {
  const form = document.querySelector<HTMLElement>(`#form[data-part="${CSS.escape(part)}"]`);
  if (form === null) return null;
  for (let around = path; around !== '$'; around = outer(around)) {
    const name = CSS.escape(around);
    const there = [...form.querySelectorAll<HTMLElement>(`[data-path="${name}"]`)];
    const own =
      there.find((each) => each.matches(boxes)) ??
      form.querySelector<HTMLElement>(`legend:not(.hidden) > [data-heading="${name}"]`) ??
      (there.length === 0 ? firstWithin(form, around) : null);
    if (own !== null) return own;
  }
  return form.querySelector<HTMLElement>('h1');
}

function firstWithin(form: HTMLElement, around: string): HTMLElement | null {
  const all = [...form.querySelectorAll<HTMLElement>(`:is(${boxes})[data-path]`)];
  return all.find(({ dataset }) => isWithin(dataset.path ?? '', around)) ?? null;
}

function outer(path: string): string {
  return pathText(pathOf(path).slice(0, -1));
}

let wish = 0;

/** Gives the focus once what changed is drawn. The newest wish counts: an older one still on its way would take it off again. */
export function focusOnceDrawn(act: () => void): void {
  cancelAnimationFrame(wish);
  wish = requestAnimationFrame(act);
}

/** Once it is drawn; a part that was just opened takes a moment. */
function whenThere(find: () => HTMLElement | null, act: (element: HTMLElement) => void, tries = 20): void {
  focusOnceDrawn(() => {
    const element = find();
    if (element !== null) act(element);
    else if (tries > 0) whenThere(find, act, tries - 1);
  });
}

/** To what stands at a path, once it is drawn. */
export function focusPath(path: string): void {
  focusOnceDrawn(() => focusOnceDrawn(() => elementAt(path)?.focus()));
}

/** To the first box at or within a path, once it is drawn. */
export function focusFirst(path: string): void {
  focusOnceDrawn(() =>
    focusOnceDrawn(() => {
      const all = [...document.querySelectorAll<HTMLElement>('#form :is(input, textarea, select, button)[data-path]')];
      const within = all.filter(({ dataset }) => isWithin(dataset.path ?? '', path));
      // A picture is chosen before it is described; a name for links is asked for only where it is wished.
      const first =
        within.find((box) => box.matches('[type="file"]')) ??
        within.find((box) => !box.dataset.path?.endsWith('.id')) ??
        within[0];
      (first ?? elementAt(path))?.focus();
    }),
  );
}

function elementAt(path: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`#form [data-path="${CSS.escape(path)}"]`);
}

/** To the heading of a pane. */
export function goToPane(id: string): void {
  document.querySelector<HTMLElement>(`#${id} :is(h1, h2)`)?.focus();
}

const panes = ['conflict', 'form', 'preview', 'json', 'findings', 'listen'];

/** To the heading of the next pane; after the last one the browser has the key. */
export function nextPane(by: 1 | -1): boolean {
  const there = panes.flatMap((id) => document.getElementById(id) ?? []);
  const current = there.findIndex((pane) => pane.contains(document.activeElement));
  const next = there[current < 0 && by < 0 ? there.length - 1 : current + by];
  const heading = next?.querySelector<HTMLElement>('h1, h2');
  heading?.focus();
  return heading !== null && heading !== undefined;
}

/** To a cell of a sheet, and into sight: what was pasted may have made the form above it longer. */
export function focusCell(
  table: HTMLElement | null,
  { row, column }: { readonly row: number; readonly column: number },
): void {
  const cell = table?.querySelector<HTMLElement>(`[data-row="${row}"] > [data-column="${column}"]`);
  cell?.focus();
  cell?.scrollIntoView({ block: 'nearest' });
}
