/** Holds a tree of elements against the vocabulary. */
import type { Report } from '../diagnostics.ts';
import { nameHints } from '../suggestion.ts';
import { nounOf } from './nouns.ts';
import { type Element, given, isBlank } from './parse.ts';
import { reportFault, saying } from './reading.ts';
import { type ElementRule, elementNames, isInline, keyOf, meant, parentsOf, vocabulary } from './vocabulary.ts';

/** Reports unknown and misplaced elements, attributes and texts. */
export function check(root: Element, report: Report): void {
  if (root.name !== 'document')
    report.error('no-document', root.at, `The template writes <${root.name}>, but a template must write <document>.`, {
      hints: ['Put everything into one <document>.'],
    });
  checkElement(root, { parent: null, never: new Map() }, report);
}

/** Where an element stands. */
interface Standing {
  /** The key of its parent. */
  readonly parent: string | null;
  /** The keys that may not stand here, and the element around that forbids them. */
  readonly never: ReadonlyMap<string, Element>;
}

function checkElement(element: Element, { parent, never }: Standing, report: Report): void {
  const key = keyOf(element.name, parent);
  const rule = key === null ? null : (vocabulary[key] ?? null);
  if (rule === null)
    report.error('unknown-element', placeOf(element), `There is no element <${element.name}>.`, {
      hints: hintsFor(element.name, elementNames, 'elements'),
    });
  else checkAttributes(element, rule, report);
  const within = rule === null || rule.never.length === 0 ? never : extend(never, rule.never, element);
  for (const child of element.children) {
    if (child.kind === 'element') {
      if (rule !== null) checkPlace(child, element, { parent: key, never: within }, report);
      checkElement(child, { parent: key, never: within }, report);
    } else if (rule !== null && !rule.text && !isBlank(child.value)) {
      const related = child.from === child.at ? [] : [{ at: child.from, message: 'The text comes from here.' }];
      const hint = rule.children.includes('p') ? 'Put it in a <p>.' : `Allowed here: ${list(rule.children)}.`;
      report.error('misplaced-text', child.at, `Text is not allowed in <${element.name}>.`, { hints: [hint], related });
    }
  }
}

function extend(never: Standing['never'], keys: readonly string[], element: Element): Standing['never'] {
  return new Map([...never, ...keys.map((key) => [key, element] as const)]);
}

/** Notation in data is told of at the data. */
function placeOf({ at, from, noted }: Element) {
  return noted === true ? from : at;
}

function checkPlace(child: Element, element: Element, { parent, never }: Standing, report: Report): void {
  const key = keyOf(child.name, parent);
  if (key === null || parent === null) return;
  const forbidding = vocabulary[parent]?.children.includes(child.name) ? never.get(key) : element;
  if (forbidding !== undefined) reportMisplaced(child, key, forbidding, report);
}

function hintsFor(name: string, known: readonly string[], what: string): readonly string[] {
  const hint = Object.hasOwn(meant, name) ? meant[name] : undefined;
  return hint === undefined ? nameHints(name, known, what) : [hint];
}

function reportMisplaced(child: Element, key: string, around: Element, report: Report): void {
  if (child.name === 'note' && child.noted === true) {
    reportNote(child, around, report);
    return;
  }
  const parents = parentsOf(key);
  const wrap = isInline(child.name) && parents.includes('p') && !isInline(around.name) ? 'Put it in a <p>.' : null;
  const allowed = parents.map((parent) => parent.slice(parent.lastIndexOf(' ') + 1));
  report.error('misplaced-element', placeOf(child), `<${child.name}> is not allowed in <${around.name}>.`, {
    hints: [...(wrap === null ? [] : [wrap]), `It is allowed in ${list(allowed)}.`],
    related: [{ at: around.at, message: `<${around.name}> starts here.` }],
  });
}

/** A footnote that data has where what is around it, of the template or of the text, holds none. */
function reportNote(note: Element, around: Element, report: Report): void {
  const hint =
    around.name === 'a'
      ? 'Move the footnote behind the link: [words](https://…)^[a footnote].'
      : 'Put what the footnote says into the text itself, such as in brackets.';
  report.error('misplaced-element', placeOf(note), `A footnote is not allowed in the ${nounOf(around.name)}.`, {
    hints: [hint],
  });
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.map((name) => `<${name}>`).join(', ');
}

function checkAttributes(element: Element, rule: ElementRule, report: Report): void {
  const known = Object.keys(rule.attributes);
  for (const { name, at } of element.attributes.values())
    if (!known.includes(name))
      report.error('unknown-attribute', at, `<${element.name}> has no attribute "${name}".`, {
        hints: hintsFor(name, known, `attributes of <${element.name}>`),
      });
  for (const name of known)
    if (rule.attributes[name]?.required && given(element, name) === null) {
      const empty = element.attributes.get(name);
      const says = rule.attributes[name].says;
      if (empty === undefined)
        report.error('missing-attribute', element.at, `<${element.name}> lacks "${name}".`, { hints: [says] });
      else {
        const message = `The ${nounOf(element.name)} has no ${nounOf(name)}.`;
        reportFault(report, 'missing-attribute', saying(element, name), message, [says]);
      }
    }
}
