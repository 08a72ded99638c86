/** What people write who think of HTML. */
const level = 'A heading is <h>; its level is the depth of its <section>.';

export const meant: Readonly<Record<string, string>> = {
  h1: `${level} The document’s title is <title>.`,
  h2: level,
  h3: level,
  h4: level,
  h5: level,
  h6: level,
  b: 'Did you mean <strong>?',
  i: 'Did you mean <em>?',
  div: 'Parts are <section>, <aside> or <figure>; layout is the theme’s work.',
  html: 'The whole is <document>.',
  figcaption: 'Did you mean <caption>?',
  tr: 'Did you mean <row>?',
  thead: 'Did you mean <head>?',
  tbody: 'Did you mean <body>?',
  tfoot: 'Did you mean <foot>?',
  colgroup: 'Did you mean <columns>?',
  col: 'Did you mean <column>?',
  blockquote: 'Did you mean <quote>?',
  cite: 'Did you mean <source>?',
  sup: 'A footnote is <note>, where it is referred to.',
  class: 'Did you mean "look"?',
  style: 'Layout is the theme’s work: name a "look".',
};
