/** A partial of ours that is called where its fields or its messages are not: told at the call, which is the project's. */

export interface Lacking {
  readonly fields: Set<string>;
  readonly messages: Set<string>;
}

interface Lack {
  readonly code: 'unknown-path' | 'unknown-message';
  readonly message: string;
  readonly hint: string;
}

export function lackOf(partial: string, { fields, messages }: Lacking): readonly Lack[] {
  const lacks: Lack[] = [];
  if (fields.size > 0) {
    const message = `The partial "${partial}" shows fields that are not here: ${listed(fields)}.`;
    const hint =
      partial === 'block'
        ? 'Give it blocks: {{#each body}}{{> block}}{{/each}}, with "body": { "etrati": "blocks" } in the schema.'
        : `Call it within {{#with …}} or {{#each …}} of the field that has them, as {{> ${partial} FIELD}}, or give each by its name: {{> ${partial} this ${[...fields][0]}=FIELD}}, null for none. docs/own-kinds.md shows which.`;
    lacks.push({ code: 'unknown-path', message, hint });
  }
  if (messages.size > 0) {
    const message = `The partial "${partial}" has words that the messages of the template lack: ${listed(messages)}.`;
    const hint =
      'Add them to each messages file beside document.hbs. "etrati init . --kind-from document" copies a template that has them.';
    lacks.push({ code: 'unknown-message', message, hint });
  }
  return lacks;
}

function listed(names: ReadonlySet<string>): string {
  const all = [...names];
  return `${all
    .slice(0, 6)
    .map((name) => `"${name}"`)
    .join(', ')}${all.length > 6 ? ' …' : ''}`;
}
