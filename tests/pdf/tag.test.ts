/** The structure tree as objects of the file, by itself: keys, kids, marks on several pages, number and name trees. */
import { describe, expect, it } from 'vitest';
import { StructureTree } from '../../src/write/pdf/tag/structure.ts';

interface Written {
  readonly data: Record<string, unknown>;
  ended: number;
  end(): void;
}

/** What is written, in order. */
function host() {
  const refs: Written[] = [];
  const ref = (data: object = {}) => {
    const made: Written = {
      data: { ...data },
      ended: 0,
      end() {
        made.ended += 1;
      },
    };
    refs.push(made);
    return made as never;
  };
  return { refs, ref };
}
const page = (name: string) => ({ data: { name } }) as never;

function write(tree: StructureTree, version: '1.7' | '2.0' = '1.7') {
  const file = host();
  const root = tree.write(file, version) as unknown as Written;
  const elements = file.refs.filter(({ data }) => data.Type === 'StructElem').map(({ data }) => data);
  return { file, root: root.data, elements, of: (type: string) => elements.filter(({ S }) => S === type) };
}

describe('an element', () => {
  it('has the keys of what it says, and no others', () => {
    const tree = new StructureTree();
    tree.root.add('P');
    const all = { lang: 'ka', alt: 'a', title: 't', actual: 'x', expansion: 'e', id: 'n' };
    tree.root.add('Figure', all);
    const { of } = write(tree);
    expect(Object.keys(of('P')[0] ?? {}).sort()).toEqual(['K', 'P', 'S', 'Type']);
    const figure = of('Figure')[0] ?? {};
    const said = Object.fromEntries(
      ['Lang', 'Alt', 'T', 'ActualText', 'E', 'ID'].map((key) => [key, String(figure[key])]),
    );
    expect(said).toEqual({ Lang: 'ka', Alt: 'a', T: 't', ActualText: 'x', E: 'e', ID: 'n' });
  });

  it('has one attribute object as it is, several as an array', () => {
    const tree = new StructureTree();
    tree.root.add('TH', { attributes: [{ O: 'Table', Scope: 'Row' }] });
    tree.root.add('TD', { attributes: [{ O: 'Table', ColSpan: 2 }] }).late.push({ O: 'Layout', BBox: [0, 0, 1, 1] });
    const { of } = write(tree);
    expect(of('TH')[0]?.A).toEqual({ O: 'Table', Scope: 'Row' });
    expect(of('TD')[0]?.A).toEqual([
      { O: 'Table', ColSpan: 2 },
      { O: 'Layout', BBox: [0, 0, 1, 1] },
    ]);
  });

  it('names kinds of lists that PDF 1.7 has no name for by the nearest that it has', () => {
    for (const [version, name] of [
      ['1.7', 'None'],
      ['2.0', 'Description'],
    ] as const) {
      const tree = new StructureTree();
      tree.root.add('L', { attributes: [{ O: 'List', ListNumbering: 'Description' }] });
      expect(write(tree, version).of('L')[0]?.A).toEqual({ O: 'List', ListNumbering: name });
    }
  });

  it('is a Span on paper where it would be a Link, and keeps every other type', () => {
    const types = (linked: boolean) => {
      const tree = new StructureTree(linked);
      const words = tree.root.add('P').add('Link').add('Em');
      return [words.parent?.type, words.type, words.link?.type ?? null];
    };
    expect(types(true)).toEqual(['Link', 'Em', 'Link']);
    expect(types(false)).toEqual(['Span', 'Em', null]);
    expect(new StructureTree().root.link).toBeNull();
  });
});

describe('content', () => {
  it('is an MCID on the page of its element, a reference with its page on another', () => {
    const tree = new StructureTree();
    const [one, two] = [page('one'), page('two')];
    const [first, second] = [tree.addPage(), tree.addPage()];
    const blank = tree.root.add('P');
    const p = tree.root.add('P');
    p.slot('never drawn');
    const slot = p.slot('words');
    expect([tree.mark(slot, one, first), tree.mark(slot, one, first), tree.mark(slot, two, second)]).toEqual([0, 1, 0]);
    const { of } = write(tree);
    expect(of('P')[1]).toMatchObject({ Pg: one, K: [0, 1, { Type: 'MCR', Pg: two, MCID: 0 }] });
    expect(of('P')[0]).not.toHaveProperty('Pg');
    expect(blank.kids).toEqual([]);
  });

  it('is an annotation after the words of its link', () => {
    const tree = new StructureTree();
    const link = tree.root.add('P').add('Link');
    const [on, object] = [page('one'), page('annotation')];
    const key = tree.addPage();
    tree.mark(link.slot('words'), on, key);
    expect(tree.annotate(link, on, object)).toBe(1);
    expect(write(tree).of('Link')[0]?.K).toEqual([0, { Type: 'OBJR', Pg: on, Obj: object }]);
  });

  it('belongs to a page that there is', () => {
    const tree = new StructureTree();
    const link = tree.root.add('Link');
    const key = tree.annotate(link, page('one'), page('annotation'));
    expect(() => tree.mark(link.slot(), page('one'), key)).toThrow('no such page');
  });

  it('that was never painted is named by its words, else by what stands for it', () => {
    const tree = new StructureTree();
    const key = tree.addPage();
    expect(tree.lostWords()).toBeNull();
    const drawn = tree.root.add('P').slot('drawn');
    tree.mark(drawn, page('one'), key);
    expect(tree.lostWords()).toBeNull();
    tree.root.add('Figure', { alt: 'A map' }).slot();
    expect(tree.lostWords()).toBe('one part, “A map” in a Figure');
    tree.root.add('P').slot('more');
    tree.root.add('P').slot('and more');
    expect(tree.lostWords()).toBe('3 parts, first “A map” in a Figure');
    const other = new StructureTree();
    other.root.add('H1').slot('x'.repeat(100));
    expect(other.lostWords()).toBe(`one part, “${'x'.repeat(80)}” in a H1`);
    const bare = new StructureTree();
    bare.root.add('TD').slot();
    expect(bare.lostWords()).toBe('one part, in a TD');
  });
});

describe('the root', () => {
  it('maps roles in PDF 1.7, and in 2.0 has both namespaces, each element in its own', () => {
    const made = (version: '1.7' | '2.0') => {
      const tree = new StructureTree();
      tree.root.add('Aside');
      tree.root.add('BlockQuote');
      const note = tree.root.add('P').addNote({ id: 'note-1' });
      note.refersTo.push(tree.root);
      return write(tree, version);
    };
    const early = made('1.7');
    expect(early.root).toMatchObject({ RoleMap: { Aside: 'Sect', Title: 'P' } });
    expect(early.root).not.toHaveProperty('Namespaces');
    expect(early.of('Aside')[0]).not.toHaveProperty('NS');
    expect(early.of('Note')[0]).not.toHaveProperty('Ref');
    const late = made('2.0');
    const [own, earlier] = late.file.refs.filter(({ data }) => data.Type === 'Namespace');
    expect([own, earlier].map((space) => String(space?.data.NS))).toEqual([
      'http://iso.org/pdf2/ssn',
      'http://iso.org/pdf/ssn',
    ]);
    expect([own?.ended, earlier?.ended]).toEqual([1, 1]);
    expect(late.root.Namespaces).toEqual([own, earlier]);
    expect(late.root).not.toHaveProperty('RoleMap');
    expect([late.of('Aside')[0]?.NS, late.of('BlockQuote')[0]?.NS]).toEqual([own, earlier]);
    expect(late.of('FENote')[0]).toMatchObject({ A: { O: 'FENote', NoteType: 'Footnote' } });
    expect(late.of('FENote')[0]?.Ref).toHaveLength(1);
    expect(late.of('P')[0]).not.toHaveProperty('Ref');
  });

  it('has names in the order of their bytes, or no tree of names', () => {
    const tree = new StructureTree();
    expect(write(new StructureTree()).root).not.toHaveProperty('IDTree');
    for (const id of ['note-2', 'note-10', 'header-1']) tree.root.add('TH', { id });
    const { root, file } = write(tree);
    const names = (root.IDTree as Written).data.Names as unknown[];
    expect(names.filter((_, index) => index % 2 === 0).map(String)).toEqual(['header-1', 'note-10', 'note-2']);
    expect(file.refs.every(({ ended }) => ended === 1)).toBe(true);
    expect([tree.nameHeader(), tree.nameHeader()]).toEqual(['header-1', 'header-2']);
  });

  it('finds the owner of each mark and annotation by its key, in leaves of 256', () => {
    expect((write(new StructureTree()).root.ParentTree as Written).data).toEqual({ Nums: [] });
    const tree = new StructureTree();
    const link = tree.root.add('Link');
    const slot = link.slot('words');
    for (let index = 0; index < 300; index += 1) {
      if (index % 2 === 0) tree.mark(slot, page('one'), tree.addPage());
      else tree.annotate(link, page('one'), page('annotation'));
    }
    const { root, of } = write(tree);
    expect(root.ParentTreeNextKey).toBe(300);
    const leaves = ((root.ParentTree as Written).data.Kids as Written[]).map(({ data }) => data);
    expect(leaves.map(({ Limits }) => Limits)).toEqual([
      [0, 255],
      [256, 299],
    ]);
    const pairs = leaves.flatMap(({ Nums }) => Nums as unknown[]);
    expect(pairs).toHaveLength(600);
    expect([pairs[512], pairs[598]]).toEqual([256, 299]);
    const owner = (pairs[513] as Written[])[0]?.data;
    expect([owner, (pairs[599] as Written).data]).toEqual([of('Link')[0], of('Link')[0]]);
  });
});
