import type { Path } from '../../json/path.ts';
import { allLanguages } from '../../language/languages.ts';
import type { DataRule } from '../check/rule.ts';
import { sayingsIn } from '../check/sayings.ts';

export const visibilityUnsaid: DataRule = {
  code: 'visibility-unsaid',
  title: 'Funding without the donor’s words',
  why: 'The donor may refuse the costs of a publication that does not name it as agreed.',
  applies: 'Documents that say that somebody has funded the work.',
  severity: 'warning',
  says: 'A document that somebody has paid for does not say so in the words that donors ask for.',
  mend: 'Add "visibility" with the rules of the donor.',
  *check(sheet) {
    const named = 'visibility' in sheet.data && sheet.parts('visibility').length === 0;
    if (!named) return;
    const [first] = sheet.data.languages;
    const funder = funderOf(sheet.data, first);
    const isChapter = Reflect.get(sheet.data, 'visibility') !== null;
    const missing = isChapter ? '"donor" in "visibility"' : '"visibility"';
    const lacks = `and the document has no ${missing} with the words that the donor asks for.`;
    const donor = '{ "rules": "eu", … }';
    const added = isChapter
      ? `"donor": ${donor} to "visibility"`
      : `"visibility": ${sheet.parts('report').length > 0 ? `{ "title": { … }, "donor": ${donor} }` : donor}`;
    const hints = [`Add ${added}, or "rules": "neutral" for a donor without rules of its own.`];
    if (funder !== null) {
      const at = isChapter ? ['visibility'] : funder.path;
      yield { at, message: `The project is funded by ${funder.name}, ${lacks}`, hints };
      return;
    }
    for (const { at, tag, text } of sayingsIn(sheet)) {
      const [found] = allLanguages.find((each) => each.tag === tag)?.wording.fundedBy.exec(text) ?? [];
      if (found === undefined) continue;
      yield { at, message: `The text says "${found}", ${lacks}`, hints };
      return;
    }
  },
};

/** Of the organizations of a project, the first that funds it, by its name in the first language of the document. */
function funderOf(data: object, lang: string | undefined): { readonly path: Path; readonly name: string } | null {
  const all: unknown = Reflect.get(Object(Reflect.get(data, 'project')), 'organisations');
  if (!Array.isArray(all)) return null;
  const index = all.findIndex((each: unknown) => Reflect.get(Object(each), 'role') === 'funding');
  const names: object = Object(Reflect.get(Object(all[index]), 'name'));
  const [other] = Object.values(names);
  const name: unknown = Reflect.get(names, lang ?? '') ?? other;
  return index < 0 ? null : { path: ['project', 'organisations', index], name: String(name) };
}
