/** Word's fields (ECMA-376, 17.16). Each has its result and none is dirty, so nothing asks to be updated at opening. */
import { type ParagraphChild, Run, SimpleField, XmlComponent } from 'docx';
import { attributes, element } from './elements.ts';

/** docx's own field has no style for its result. */
class Field extends SimpleField {
  constructor(instruction: string, result: readonly ParagraphChild[]) {
    super(instruction);
    this.root.push(...result);
  }
}

/** A field with its result, within one paragraph. */
export function field(instruction: string, ...result: readonly ParagraphChild[]): ParagraphChild {
  return new Field(instruction, result);
}

class Instruction extends XmlComponent {
  constructor(text: string) {
    super('w:instrText');
    this.root.push(attributes({ 'xml:space': 'preserve' }), ` ${text} `);
  }
}

/** What opens a field whose result is several paragraphs: before its first words. */
export function openField(instruction: string): readonly ParagraphChild[] {
  return [run(mark('begin')), run(new Instruction(instruction)), run(mark('separate'))];
}

/** After its last words. */
export function closeField(): ParagraphChild {
  return run(mark('end'));
}

function run(content: XmlComponent): Run {
  const made = new Run({});
  made.addChildElement(content);
  return made;
}

function mark(type: 'begin' | 'separate' | 'end'): XmlComponent {
  return element('w:fldChar', { 'w:fldCharType': type });
}
