/** Holds a tree of elements against the vocabulary. */
import type { Report } from '../diagnostics.ts';
import { nameHints } from '../suggestion.ts';
import { type Element, given, isBlank } from './parse.ts';
import { type ElementRule, isInline, meant, parentsOf, vocabulary } from './vocabulary.ts';

/** Reports unknown and misplaced elements, attributes and texts. */
export function check(root: Element, report: Report): void {
  if (root.name !== 'document')
    report.error('no-document', root.at, `The template gives <${root.name}> where <document> is meant.`, {
      hints: ['All stands in one <document>.'],
    });
  checkElement(root, report);
}

function checkElement(element: Element, report: Report): void {
  const rule = ruleOf(element.name);
  if (rule === null)
    report.error('unknown-element', element.at, `There is no element <${element.name}>.`, {
      hints: hintsFor(element.name, Object.keys(vocabulary), 'elements'),
    });
  else checkAttributes(element, rule, report);
  for (const child of element.children) {
    if (child.kind === 'element') {
      if (rule !== null && ruleOf(child.name) !== null && !rule.children.includes(child.name))
        reportMisplaced(child, element, report);
      checkElement(child, report);
    } else if (rule !== null && !rule.text && !isBlank(child.value)) {
      const related = child.from === child.at ? [] : [{ at: child.from, message: 'The text comes from here.' }];
      const hint = rule.children.includes('p') ? 'Put it in a <p>.' : `Allowed here: ${list(rule.children)}.`;
      report.error('misplaced-text', child.at, `Text cannot stand in <${element.name}>.`, { hints: [hint], related });
    }
  }
}

function ruleOf(name: string): ElementRule | null {
  return Object.hasOwn(vocabulary, name) ? (vocabulary[name] ?? null) : null;
}

function hintsFor(name: string, known: readonly string[], what: string): readonly string[] {
  const hint = Object.hasOwn(meant, name) ? meant[name] : undefined;
  return hint === undefined ? nameHints(name, known, what) : [hint];
}

function reportMisplaced(child: Element, parent: Element, report: Report): void {
  const parents = parentsOf(child.name);
  const wrap = isInline(child.name) && parents.includes('p') ? 'Put it in a <p>.' : null;
  report.error('misplaced-element', child.at, `<${child.name}> cannot stand in <${parent.name}>.`, {
    hints: [...(wrap === null ? [] : [wrap]), `It may stand in ${list(parents)}.`],
    related: [{ at: parent.at, message: `<${parent.name}> starts here.` }],
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
      else
        report.error('missing-attribute', empty.from, `The attribute "${name}" of <${element.name}> is empty.`, {
          hints: [says],
          related: empty.from === empty.at ? [] : [{ at: empty.at, message: 'It is written here.' }],
        });
    }
}
