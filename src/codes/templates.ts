/** Templates: what the template file says. */
import type { Meaning } from './meaning.ts';

export const templates = {
  'unknown-template': {
    severity: 'error',
    says: 'There is no template with this name.',
    mend: 'Correct the name, or give the path of the template.',
  },
  'template-syntax': {
    severity: 'error',
    says: 'A template is not correct Handlebars.',
    mend: 'Correct the template at the place of the finding.',
  },
  'template-too-deep': {
    severity: 'error',
    says: 'A template is nested too deeply.',
    mend: 'Flatten it, or move parts of it into partials.',
  },
  'unsupported-form': {
    severity: 'error',
    says: 'A template has a form of Handlebars that is not allowed.',
    mend: 'Use values, blocks and plain partials only.',
  },
  'raw-output': {
    severity: 'error',
    says: 'A template writes a value without escaping it, so that data would become markup.',
    mend: 'Write {{…}} with two braces.',
  },
  'dynamic-tag': {
    severity: 'error',
    says: 'The name of an element comes from data.',
    mend: 'Write the name of the element.',
  },
  'dynamic-attribute': {
    severity: 'error',
    says: 'The name of an attribute comes from data.',
    mend: 'Write the name of the attribute.',
  },
  'dynamic-partial': {
    severity: 'error',
    says: 'The name of a partial depends on data.',
    mend: 'Write the name of the partial.',
  },
  'tag-across-blocks': {
    severity: 'error',
    says: 'A block starts and ends in different parts of a tag.',
    mend: 'Put whole tags or whole attributes into a block.',
  },
  'tag-across-files': {
    severity: 'error',
    says: 'A file ends inside a tag.',
    mend: 'End the tag with >.',
  },
  'bare-section': {
    severity: 'error',
    says: 'A block is opened by the name of a field instead of a helper.',
    mend: 'Write {{#if …}} or {{#each …}}.',
  },
  'unknown-helper': {
    severity: 'error',
    says: 'There is no helper with this name.',
    mend: 'Correct the name.',
  },
  'misplaced-helper': {
    severity: 'error',
    says: 'A block helper is used as a value, or a value helper as a block.',
    mend: 'Write the helper as docs/markup.md shows it.',
  },
  'wrong-arguments': {
    severity: 'error',
    says: 'A helper or a partial is called with values that it does not take.',
    mend: 'Give it the values that the finding names.',
  },
  'not-a-path': {
    severity: 'error',
    says: 'A value is where a path or a helper must be.',
    mend: 'Write the name of a field.',
  },
  'partial-name': {
    severity: 'error',
    says: 'The name of a partial is not an allowed one.',
    mend: 'Use small letters, digits and hyphens.',
  },
  'partial-in-tag': {
    severity: 'error',
    says: 'A partial is called inside a tag.',
    mend: 'Call it between elements.',
  },
  'partial-includes-itself': {
    severity: 'error',
    says: 'A partial includes itself.',
    mend: 'Remove the call that leads back to it.',
  },
  'unknown-path': {
    severity: 'error',
    says: 'A template names a field that the data does not have.',
    mend: 'Correct the name of the field.',
  },
  'unknown-message': {
    severity: 'error',
    says: 'A template names a message that messages.*.json does not have.',
    mend: 'Correct the key, or add the message.',
  },
  'missing-message': {
    severity: 'error',
    says: 'A message is missing in one of the languages.',
    mend: 'Write it in the other messages file too.',
  },
  'message-not-text': {
    severity: 'error',
    says: 'A message is neither a text nor a group of texts.',
    mend: 'Write a text.',
  },
  'not-a-list': {
    severity: 'error',
    says: 'A template goes through something that is not a list.',
    mend: 'Name a list, or use the value as it is.',
  },
  'not-text': {
    severity: 'error',
    says: 'A template writes a list or a group of fields as if it were a text.',
    mend: 'Go through the list with {{#each …}}, or name one of the fields.',
  },
  'not-a-number': {
    severity: 'error',
    says: 'A template formats as a number what is not one.',
    mend: 'Give a number from the data.',
  },
  'not-a-date': {
    severity: 'error',
    says: 'A template formats as a date what is not one.',
    mend: 'Give a date as year-month-day, such as 2026-11-22.',
  },
  'private-use-character': {
    severity: 'error',
    says: 'A text contains a private-use character.',
    mend: 'Remove the character.',
  },
  'output-too-large': {
    severity: 'error',
    says: 'The data or the template makes more markup than one document may have.',
    mend: 'Split the data into several files, or look for an {{#each}} inside of another over the same list.',
  },
  'field-unshown': {
    severity: 'warning',
    says: 'The template of a kind of the project’s own does not show a field of its schema.',
    mend: 'Write the field in the template where it belongs, or remove it from the schema.',
  },
} as const satisfies Readonly<Record<string, Meaning>>;
