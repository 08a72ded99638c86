/** What is drawn for each node of a form. */

import { useId } from 'preact/hooks';
import { useDesk } from './desk.tsx';
import { type DataPath, pathText } from './edits.ts';
import {
  CheckField,
  ChoiceField,
  type FieldProps,
  graveOf,
  Notes,
  NumberField,
  TextField,
  useFindings,
} from './fields.tsx';
import { focusFirst, focusPath } from './focus.ts';
import { blankOf, chosenNode, fieldsOf, itemName, nodeOf } from './form-model.ts';
import { Icon } from './icons.tsx';
import { ItemList } from './list.tsx';
import { PictureField } from './picture.tsx';
import { useWords } from './speech.ts';
import { TextsField } from './texts-field.tsx';
import { fieldWords } from './words.ts';

export interface NodeProps extends FieldProps {
  readonly node: number;
}

export function NodeField(props: NodeProps) {
  const { store } = useDesk();
  const { say, language } = useWords();
  const { node: index, ...field } = props;
  const { form } = store;
  if (form === null) return null;
  const node = nodeOf(form, index);
  switch (node.type) {
    case 'texts':
      return <TextsField {...field} marks={node.marks} />;
    case 'text':
      return node.form === 'picture' ? <PictureField {...field} /> : <TextField {...field} node={node} />;
    case 'number':
      return <NumberField {...field} />;
    case 'boolean':
      // An empty box would answer “no” for whoever has not been asked.
      return field.needed ? (
        <ChoiceField {...field} values={[true, false]} nameOf={(value) => say(value === 'true' ? 'yes' : 'no')} />
      ) : (
        <CheckField {...field} />
      );
    case 'choice':
      return node.values.length === 1 ? null : (
        <ChoiceField
          {...field}
          values={node.values}
          nameOf={(value) => fieldWords(value, `value ${value}`, language).label}
        />
      );
    case 'list':
      return <ItemList {...field} node={node} />;
    case 'record':
      return <RecordField {...props} />;
    case 'union':
      return <RecordField {...props} node={chosenNode(form, index, store.get(field.path))} />;
    case 'free':
      return <FreeField {...field} />;
  }
}

/** The fields of a record, one after the other. */
export function RecordFields({
  path,
  node,
  depth,
}: {
  readonly path: DataPath;
  readonly node: number;
  readonly depth: number;
}) {
  const { store } = useDesk();
  const { language } = useWords();
  if (store.form === null) return null;
  const fields = fieldsOf(store.form, node);
  const order = fields.map(({ name }) => name);
  return (
    <>
      {fields.map((field) => {
        const words = fieldWords(field.name, field.says, language);
        return (
          <NodeField
            key={field.name}
            node={field.node}
            path={[...path, field.name]}
            label={words.label}
            help={words.help}
            needed={field.needed}
            order={order}
            depth={depth}
          />
        );
      })}
    </>
  );
}

/** A record within another: one that may be left out is added and opened. */
function RecordField({ path, node, label, help, needed, order, depth, isNamed = false }: NodeProps) {
  const { store, isReadOnly } = useDesk();
  const { say, language } = useWords();
  const id = useId();
  const findings = useFindings(path);
  const { form } = store;
  if (form === null) return null;
  const isThere = (store.get(path) ?? null) !== null;
  const text = pathText(path);
  if (isThere && isNamed) return <RecordFields path={path} node={node} depth={depth} />;
  if (!isThere) {
    const add = () => {
      store.set(path, blankOf(node, { form, languages: store.languages }) ?? {}, order);
      focusFirst(text);
    };
    return (
      <div class={`not-there ${graveOf(findings)}`}>
        <button
          type="button"
          data-path={text}
          aria-describedby={findings.length === 0 ? undefined : findings.map((_, n) => `${id}-finding-${n}`).join(' ')}
          aria-disabled={isReadOnly}
          onClick={() => !isReadOnly && add()}
        >
          <Icon name="add" /> {say('add', { name: label })}
        </button>
        {help !== '' && <span class="help">{help}</span>}
        <Notes id={id} findings={findings} withMend={false} />
      </div>
    );
  }
  const heading = itemName(form, node, store.get(path), language);
  return (
    <fieldset class="record" data-path={text}>
      <legend>
        <span class="label" tabIndex={-1} data-heading={text}>
          {label || heading}
        </span>
      </legend>
      {!needed && (
        <div class="item-actions">
          <button
            type="button"
            class="icon-only"
            aria-label={say('removeNamed', { name: label })}
            onClick={() => {
              store.remove(path);
              focusPath(text);
            }}
          >
            <Icon name="bin" />
          </button>
        </div>
      )}
      {help !== '' && <p class="help">{help}</p>}
      <Notes id={id} findings={findings} />
      <RecordFields path={path} node={node} depth={depth + 1} />
    </fieldset>
  );
}

function FreeField({ path, label, help }: FieldProps) {
  const { store } = useDesk();
  const { say } = useWords();
  if (store.get(path) === undefined) return null;
  return (
    <div class="single">
      <p class="label">{label}</p>
      <p class="help">{help || say('onlyJson')}</p>
      <pre class="json-value">{JSON.stringify(store.get(path), null, 2)}</pre>
    </div>
  );
}
