/** The rules of the markup: for each what is refused, with its place, beside what is read. Blocks start on line 2. */
import { describe, expect, test } from 'vitest';
import { line } from '../template/kit.ts';
import { blocks, read } from './kit.ts';

const data = {
  v: 'x',
  none: null,
  empty: [],
  bad: 'javascript:alert(1)',
  blank: '  ',
  web: 'https://example.org/a?b=1&c=2',
  tag: 'ka',
};

type Case = readonly [what: string, text: string, finding: string];

describe('blocks that are refused', () => {
  const cases: readonly Case[] = [
    ['unclosed', '<p>a', 'unclosed-element :2:1 <p> is not closed.'],
    ['crossed', '<p><strong>a</p></strong>', 'unclosed-element :2:4 <strong> is not closed.'],
    ['closed twice', '<p>a</p></p>', 'unopened-element :2:9 </p> closes an element that is not open.'],
    [
      'unclosed tag before another',
      '<p look="a" <em>a</em></p>',
      'attribute-syntax :2:13 This is not an allowed name for an attribute.',
    ],
    ['attribute twice', '<p look="a" look="b">a</p>', 'duplicate-attribute :2:21 The attribute "look" is given twice.'],
    ['attribute without value', '<p look>a</p>', 'attribute-without-value :2:8 The value of an attribute is missing.'],
    ['unquoted value', '<p look=a>a</p>', 'unquoted-value :2:9 The value of an attribute must be in quotation marks.'],
    ['unknown entity', '<p>a &eacute;</p>', 'unknown-entity :2:6 This is not a known reference.'],
    ['bare ampersand', '<p>a & b</p>', 'bare-ampersand :2:6 The ampersand does not start a reference.'],
    [
      'number of no character',
      '<p>&#0;</p>',
      'unknown-entity :2:4 This number is not a character that is allowed in XML.',
    ],
    ['less-than sign', '<p>a < b</p>', 'element-syntax :2:7 This is not an allowed name for an element.'],
    ['unknown element', '<para>a</para>', 'unknown-element :2:1 There is no element <para>.'],
    ['capital letters', '<P>a</P>', 'unknown-element :2:1 There is no element <P>.'],
    ['element of HTML', '<div>a</div>', 'unknown-element :2:1 There is no element <div>.'],
    ['name of an object', '<constructor/>', 'unknown-element :2:1 There is no element <constructor>.'],
    ['unknown attribute', '<p\n  color="red">a</p>', 'unknown-attribute :3:3 <p> has no attribute "color".'],
    [
      'attribute of another element',
      '<h look="a">a</h>',
      'unknown-attribute :2:4 <h> has no attribute "look".\nsecond-heading :2:1 The section has a second heading.',
    ],
    ['misplaced block', '<p><ul><li>a</li></ul></p>', 'misplaced-element :2:4 <ul> is not allowed in <p>.'],
    ['misplaced inline', '<strong>a</strong>', 'misplaced-element :2:1 <strong> is not allowed in <section>.'],
    ['item without a list', '<li>a</li>', 'misplaced-element :2:1 <li> is not allowed in <section>.'],
    ['title in a section', '<title>a</title>', 'misplaced-element :2:1 <title> is not allowed in <section>.'],
    [
      'link in a link',
      '<p><a href="#s"><a href="#s">a</a></a></p>',
      'misplaced-element :2:17 <a> is not allowed in <a>.',
    ],
    [
      'section in an aside',
      '<aside><section id="x"><h>a</h></section></aside>',
      'misplaced-element :2:8 <section> is not allowed in <aside>.',
    ],
    ['text in a section', '  loose\n', 'misplaced-text :2:3 Text is not allowed in <section>.'],
    ['text in a list', '<ul>\n a<li>b</li></ul>', 'misplaced-text :3:2 Text is not allowed in <ul>.'],
    ['data as text in a section', '{{v}}', 'misplaced-text :2:1 Text is not allowed in <section>.'],
    ['empty paragraph', '<p> </p>', 'empty-element :2:1 The paragraph is empty.'],
    ['paragraph of null', '<p>{{none}}</p>', 'empty-element :2:1 The paragraph is empty.'],
    ['paragraph of blank data', '<p>{{blank}}</p>', 'empty-element data.json:3:5 The paragraph is empty.'],
    ['paragraph of a line break', '<p><br/></p>', 'empty-element :2:1 The paragraph is empty.'],
    ['empty list', '<ul>{{#each empty}}<li>a</li>{{/each}}</ul>', 'empty-element :2:1 The list has no items.'],
    ['empty item', '<ul><li></li></ul>', 'empty-element :2:5 The item of the list is empty.'],
    ['empty aside', '<aside></aside>', 'empty-element :2:1 The callout has no content.'],
    [
      'text after a block in an item',
      '<ul><li>a<ul><li>b</li></ul> c</li></ul>',
      'misplaced-text :2:30 Text comes after a block in the same item.',
    ],
    ['section without id', '<section><h>a</h></section>', 'missing-attribute :2:1 <section> lacks "id".'],
    [
      'section with an empty id',
      '<section id="{{none}}"><h>a</h></section>',
      'missing-attribute :2:10 The section has no id.',
    ],
    ['bad id', '<section id="A b"><h>a</h></section>', 'bad-id :2:10 "A b" is not an allowed id for a section.'],
    ['no heading', '<section id="x"><p>a</p></section>', 'missing-heading :2:1 The section does not have a heading.'],
    ['empty heading', '<section id="x"><h>{{none}}</h></section>', 'empty-element :2:17 The heading is empty.'],
    [
      'late heading',
      '<section id="x"><p>a</p><h>a</h></section>',
      'misplaced-element :2:25 The heading is not first in its section.',
    ],
    [
      'second heading',
      '<section id="x"><h>a</h><h>b</h></section>',
      'second-heading :2:25 The section has a second heading.',
    ],
    [
      'block after a nested section',
      '<section id="x"><h>a</h></section><p>b</p>',
      'misplaced-element :2:35 <p> comes after a nested section.',
    ],
    ['bad language', '<p lang="english!">a</p>', 'bad-language :2:4 "english!" is not the tag of a language.'],
    ['bad look', '<p look="A B">a</p>', 'bad-look :2:4 "A B" is not an allowed name for a look.'],
    [
      'script address',
      '<p><a href="javascript:alert(1)">a</a></p>',
      'bad-address :2:7 A link must not lead to a "javascript:" address.',
    ],
    [
      'script address from data',
      '<p><a href="{{bad}}">a</a></p>',
      'bad-address data.json:2:5 A link must not lead to a "javascript:" address.',
    ],
    ['hidden script address', '<p><a href=" java&#10;script:alert(1)">a</a></p>', 'bad-address :2:7'],
    ['file address', '<p><a href="file:///etc/passwd">a</a></p>', 'bad-address :2:7'],
    ['data address', '<p><a href="data:text/html,x">a</a></p>', 'bad-address :2:7'],
    ['relative address', '<p><a href="other.html">a</a></p>', 'bad-address :2:7'],
    ['address without a protocol', '<p><a href="//example.org">a</a></p>', 'bad-address :2:7'],
    ['address with a password', '<p><a href="https://a:b@example.org">a</a></p>', 'bad-address :2:7'],
    ['bad fragment', '<p><a href="#A b">a</a></p>', 'bad-address :2:7'],
    ['no target', '<p><a>a</a></p>', 'missing-target :2:4 The link does not have an address.'],
    ['target of null', '<p><a href="{{none}}">a</a></p>', 'missing-target :2:4'],
    ['two targets', '<p><a href="#s" edition="ka">a</a></p>', 'two-targets :2:4 The link has an href and an edition.'],
    ['unknown edition', '<p><a edition="fr">a</a></p>', 'unknown-edition :2:7 The document has no edition in "fr".'],
    ['link without words', '<p>a <a href="#s"> </a></p>', 'empty-link :2:6 The link does not have any words.'],
    [
      'figure without picture',
      '<figure><caption>a</caption></figure>',
      'missing-image :2:1 The figure does not have a picture.',
    ],
    [
      'two pictures',
      '<figure><img src="a.svg" alt="a"/><img src="b.svg" alt="b"/></figure>',
      'second-element :2:35 <figure> has a second <img>.',
    ],
    [
      'two captions',
      '<figure><img src="a.svg" alt="a"/><caption>a</caption><caption>b</caption></figure>',
      'second-element :2:55 <figure> has a second <caption>.',
    ],
    [
      'picture in a paragraph',
      '<p>a <img src="a.svg" alt="a"/></p>',
      'misplaced-element :2:6 <img> is not allowed in <p>.',
    ],
    ['no source', '<figure><img alt="a"/></figure>', 'missing-attribute :2:9 <img> lacks "src".'],
    [
      'no words',
      '<figure><img src="a.svg"/></figure>',
      'missing-alt :2:9 The picture does not have an alternative text.',
    ],
    [
      'words of null',
      '<figure><img src="a.svg" alt="{{none}}"/></figure>',
      'missing-alt :2:26 The picture does not have an alternative text.',
    ],
    [
      'blank words',
      '<figure><img src="a.svg" alt="{{blank}}"/></figure>',
      'missing-alt data.json:3:5 The picture does not have an alternative text.',
    ],
    [
      'words without a letter',
      '<figure><img src="a.svg" alt="&nbsp;"/></figure>',
      'blank-text :2:26 The text alternative of the picture is empty.',
    ],
    [
      'words and decorative',
      '<figure><img src="a.svg" alt="a" decorative="true"/></figure>',
      'decorative-with-alt :2:9 The picture is decorative and has an alternative text.',
    ],
    [
      'decorative, perhaps',
      '<figure><img src="a.svg" alt="a" decorative="yes"/></figure>',
      'bad-value :2:34 "decorative" must be "true" or "false", not "yes".',
    ],
    [
      'not a picture',
      '<figure><img src="{{v}}" alt="a"/></figure>',
      'not-a-picture data.json:1:5 "x" is not a picture.',
    ],
    ['no emblems', '<emblems></emblems>', 'empty-element :2:1 The row of emblems has no emblems.'],
    [
      'emblem without name',
      '<emblems><emblem src="a.svg"/></emblems>',
      'missing-attribute :2:10 <emblem> lacks "name".',
    ],
    [
      'blank name',
      '<emblems><emblem name="{{blank}}"/></emblems>',
      'missing-attribute data.json:3:5 The emblem has no name.',
    ],
    ['content in a void element', '<p>a<br>b</br></p>', 'misplaced-text :2:9 Text is not allowed in <br>.'],
    [
      'too deep',
      `${'<p>'.repeat(45)}${'</p>'.repeat(45)}`,
      'too-deep :2:115 Elements are nested more than 40 levels deep.',
    ],
  ];
  test.each(cases)('%s: %s', async (_, text, finding) => {
    const found = await blocks(text, { data });
    expect(found.split('\n').length, found).toBe(finding.split('\n').length);
    expect(found.startsWith(finding), found).toBe(true);
  });

  test('sections six deep', async () => {
    const open = [2, 3, 4, 5, 6].map((n) => `<section id="s${n}"><h>a</h>`).join('');
    const found = await blocks(open + '</section>'.repeat(5), { data });
    expect(found).toBe('too-deep :2:101 Sections are nested more than 5 levels deep.');
  });

  test('lists ten deep', async () => {
    const found = await blocks('<ul><li>a'.repeat(10) + '</li></ul>'.repeat(10));
    expect(found).toBe('too-deep :2:82 Lists are nested more than 9 levels deep.');
  });

  test('all at once, in the order of the stages', async () => {
    const { report } = await read(
      '<document><cover><title></title></cover><section><h>a</h>\n<para/>\n<p look="A" color="b">a</p></section></document>',
    );
    expect(report.diagnostics.map(({ code }) => code)).toEqual([
      'missing-attribute',
      'unknown-element',
      'unknown-attribute',
      'empty-element',
      'bad-look',
    ]);
  });
});

describe('documents that are refused', () => {
  const cover = '<cover><title>T</title></cover>';
  const cases: readonly Case[] = [
    ['nothing', '', 'no-document :1:1 The template does not write a <document>.'],
    [
      'another root',
      '<html></html>',
      'no-document :1:1 The template writes <html>, but a template must write <document>.\nunknown-element :1:1',
    ],
    [
      'two roots',
      `<document>${cover}</document>\n<document/>`,
      'second-root :2:10 Put everything into one <document>.',
    ],
    ['text outside', `\n x<document>${cover}</document>`, 'misplaced-text :2:2 There is text outside <document>.'],
    ['no cover', '<document></document>', 'missing-cover :1:1 The document does not have a cover.'],
    ['two covers', `<document>${cover}${cover}</document>`, 'second-element :1:42 <document> has a second <cover>.'],
    [
      'late cover',
      `<document><section id="s"><h>a</h></section>${cover}</document>`,
      'misplaced-element :1:45 <cover> is not first',
    ],
    [
      'early imprint',
      `<document>${cover}<imprint><p>a</p></imprint><section id="s"><h>a</h></section></document>`,
      'misplaced-element :1:42 <imprint> is not last',
    ],
    [
      'no title',
      '<document><cover><p>a</p></cover></document>',
      'missing-title :1:11 The cover does not have a title.',
    ],
    [
      'two titles',
      '<document><cover><title>a</title><title>b</title></cover></document>',
      'second-title :1:34 The document has a second title.',
    ],
    ['empty title', '<document><cover><title/></cover></document>', 'empty-element :1:18 The title is empty.'],
    [
      'empty imprint',
      `<document>${cover}<imprint></imprint></document>`,
      'empty-element :1:42 The imprint has no content.',
    ],
    [
      'block outside of a section',
      `<document>${cover}<p>a</p></document>`,
      'misplaced-element :1:42 <p> is not allowed in <document>.',
    ],
    [
      'section in the cover',
      '<document><cover><title>a</title><section id="s"><h>a</h></section></cover></document>',
      'misplaced-element :1:34 <section> is not allowed in <cover>.',
    ],
    [
      'language of the document',
      `<document lang="ka">${cover}</document>`,
      'unknown-attribute :1:11 <document> has no attribute "lang".',
    ],
    ['unclosed at the end', `<document>${cover}`, 'unclosed-element :1:1 <document> is not closed.'],
  ];
  test.each(cases)('%s: %s', async (_, text, finding) => {
    const { document, report } = await read(text);
    expect(document).toBeNull();
    const found = report.diagnostics.map(line).join('\n').replaceAll('t/document.hbs', '');
    expect(found.split('\n').length, found).toBe(finding.split('\n').length);
    expect(found.startsWith(finding), found).toBe(true);
  });
});

describe('hints', () => {
  const cases: readonly (readonly [text: string, hint: string])[] = [
    ['<sectoin id="x"/>', 'Did you mean "section"?'],
    ['<h2>a</h2>', 'A heading is <h>; its level is the depth of its <section>.'],
    ['<p><b>a</b></p>', 'Did you mean <strong>?'],
    ['<p class="a">a</p>', 'Did you mean "look"?'],
    ['<p lok="a">a</p>', 'Did you mean "look"?'],
    ['<em>a</em>', 'Put it in a <p>.'],
    ['loose', 'Put it in a <p>.'],
    ['<title>a</title>', 'It is allowed in <cover>.'],
    ['<p>{{none}}</p>', 'In the template: Put it in {{#if …}}.'],
    ['<p><a edition="kaa">a</a></p>', 'Did you mean "ka"?'],
    [
      '<figure><img src="a.svg"/></figure>',
      'Write what the picture shows, or mark it as decorative if it is only decoration.',
    ],
  ];
  test.each(cases)('%s', async (text, hint) => {
    const { report } = await read(
      `<document><cover><title>T</title></cover><section id="s"><h>H</h>${text}</section></document>`,
      { data },
    );
    expect(report.diagnostics[0]?.hints).toContain(hint);
  });

  test('the clause that asks for words', async () => {
    const { report } = await read(
      '<document><cover><title>T</title></cover><section id="s"><h>H</h><figure><img src="a.svg"/></figure></section></document>',
    );
    expect(report.diagnostics.map(({ clause }) => clause)).toEqual(['WCAG 2.2, 1.1.1']);
  });

  test('the other places of a finding', async () => {
    const { report } = await read('<document>\n<cover><title>a</cover></document>');
    expect(report.diagnostics[0]?.related).toEqual([
      { at: { file: 't/document.hbs', line: 2, column: 16 }, message: 'Another element is closed here.' },
    ]);
    const other = await read('<document><cover><title>a</title><p>\n<a href="{{bad}}">x</a></p></cover></document>', {
      data,
    });
    expect(other.report.diagnostics[0]?.at?.path).toBe('$.bad');
    expect(other.report.diagnostics[0]?.related).toEqual([
      { at: { file: 't/document.hbs', line: 2, column: 4 }, message: 'It is written here.' },
    ]);
  });
});

describe('read', () => {
  const cases: readonly (readonly [text: string, ...tree: readonly string[]])[] = [
    ['<p>a</p>', 'paragraph', '  "a"'],
    ['<p look="lead" lang="ka">ა</p>', 'paragraph look=lead lang=ka', '  "ა"'],
    ['<p look="{{none}}" lang="">a</p>', 'paragraph', '  "a"'],
    ['<p lang="EN">a <span lang="KA">ა</span></p>', 'paragraph', '  "a "', '  span lang=ka', '    "ა"'],
    [
      '<p lang="{{tag}}">a <em lang="ka">b</em><em lang="en">c</em></p>',
      'paragraph lang=ka',
      '  "a "',
      '  emphasis',
      '    "b"',
      '  emphasis lang=en',
      '    "c"',
    ],
    [
      '<p><strong>a</strong><em>b<strong>c</strong></em></p>',
      'paragraph',
      '  strong',
      '    "a"',
      '  emphasis',
      '    "b"',
      '    strong',
      '      "c"',
    ],
    ['<p>a<br/>b</p>', 'paragraph', '  "a"', '  lineBreak', '  "b"'],
    ['<p><a href="{{web}}">a</a></p>', 'paragraph', '  link web "https://example.org/a?b=1&c=2"', '    "a"'],
    [
      '<p><a href="mailto:a@b.org">a</a><a href="tel:+995322252216">b</a></p>',
      'paragraph',
      '  link web "mailto:a@b.org"',
      '    "a"',
      '  link web "tel:+995322252216"',
      '    "b"',
    ],
    [
      '<p><a href="#s">a</a><a edition="KA" lang="ka">b</a></p>',
      'paragraph',
      '  link place "s"',
      '    "a"',
      '  link edition "ka" lang=ka',
      '    "b"',
    ],
    ['<p>a {{#if none}}<a href="{{none}}">b</a>{{/if}}<span>{{none}}</span></p>', 'paragraph', '  "a"'],
    [
      '<ul look="dash"><li>a</li><li look="focus" lang="ka">b</li></ul>',
      'list look=dash',
      '  item',
      '    paragraph',
      '      "a"',
      '  item look=focus lang=ka',
      '    paragraph',
      '      "b"',
    ],
    [
      '<ol><li><p look="small">a</p><p>b</p></li></ol>',
      'list ordered',
      '  item',
      '    paragraph look=small',
      '      "a"',
      '    paragraph',
      '      "b"',
    ],
    [
      '<ul><li>\n a <em>b</em>\n <ul><li>c</li></ul>\n</li></ul>',
      'list',
      '  item',
      '    paragraph',
      '      "a "',
      '      emphasis',
      '        "b"',
      '    list',
      '      item',
      '        paragraph',
      '          "c"',
    ],
    [
      '<ul><li><ol><li>a</li></ol></li></ul>',
      'list',
      '  item',
      '    list ordered',
      '      item',
      '        paragraph',
      '          "a"',
    ],
    ['<aside look="panel" label="{{v}}"><p>a</p></aside>', 'aside look=panel "x"', '  paragraph', '    "a"'],
    ['<aside label="{{none}}"><p>a</p></aside>', 'aside', '  paragraph', '    "a"'],
    [
      '<figure look="wide"><img src="a.svg" alt="{{v}}"/><caption>b</caption><credit lang="ka">c</credit></figure>',
      'figure look=wide',
      '  picture "a.svg" svg 4×2',
      '  alt "x"',
      '  caption',
      '    "b"',
      '  credit',
      '    span lang=ka',
      '      "c"',
    ],
    [
      '<figure><img src="a.svg" alt="{{none}}" decorative="true"/><caption>{{none}}</caption></figure>',
      'figure',
      '  picture "a.svg" svg 4×2',
      '  decorative',
    ],
    [
      '<figure><img src="a.svg" alt="a" decorative="false"/></figure>',
      'figure',
      '  picture "a.svg" svg 4×2',
      '  alt "a"',
    ],
    [
      '<emblems><emblem name="a" src="{{none}}"/><emblem name="b" src="b.svg" lang="ka"/></emblems>',
      'emblems',
      '  emblem "a"',
      '    slot',
      '  emblem lang=ka "b"',
      '    picture "b.svg" svg 4×2',
    ],
    ['<languages/>', 'languages', '  en "in en"', '  ka "in ka"'],
    [
      '<section id="x" look="wide"><h lang="ka">a</h></section>',
      'section look=wide #x',
      '  h',
      '    span lang=ka',
      '      "a"',
    ],
  ];
  test.each(cases)('%s', async (text, ...tree) => {
    expect(await blocks(text, { data })).toBe(tree.join('\n'));
  });

  test('no links to other languages where there are none', async () => {
    expect(await blocks('<languages/><p>a</p>', { languages: ['en'] })).toBe('paragraph\n  "a"');
  });

  test('sections five deep and lists nine deep', async () => {
    const open = [2, 3, 4, 5].map((n) => `<section id="s${n}"><h>a</h>`).join('');
    const lists = '<ul><li>a'.repeat(9) + '</li></ul>'.repeat(9);
    expect(await blocks(open + lists + '</section>'.repeat(4))).toMatch(/^section #s2/);
  });

  test('a cover with blocks on both sides of the title, and an imprint', async () => {
    const { document } = await read(
      '<document><cover look="full"><p>a</p><title lang="ka">T</title><p>b</p></cover><imprint lang="ka"><p>c</p></imprint></document>',
    );
    expect(document?.cover.before.length).toBe(1);
    expect(document?.cover.after.length).toBe(1);
    expect([document?.cover.look, document?.cover.title.lang, document?.imprint?.lang]).toEqual(['full', 'ka', 'ka']);
  });
});
