/**
 * docx as Node.js runs it best. What it publishes is compiled for engines that are older than Node's: fields by `Object.defineProperty`,
 * copies property by property, SHA-1 in JavaScript; and its XML is written by way of two trees. A third of the time of a Word file goes
 * into that. The bytes of files are the same (`bench/same.mjs`). If a new docx has something else in these places, nothing is built.
 */
import { readFileSync } from 'node:fs';

/** What is replaced, each by what does the same. @type {readonly (readonly [what: RegExp, by: string])[]} */
const replacements = [
  [/^/, "import { createHash as nodeHash } from 'node:crypto';\n"],
  [/_defineProperty\(\s*this,\s*(?:\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*)?"(\w+)",\s*/g, '(this.$1 = '],
  [/(?<=function _objectSpread2\(e\) \{\n)[\s\S]*?(?=\n\})/, '\treturn Object.assign(...arguments);'],
  [/(?<=var sha1 = \(data\) => \{\n)[\s\S]*?(?=\n\};)/, "\treturn nodeHash('sha1').update(data).digest();"],
  [
    /const children = this\.root\.flatMap\(\(comp\) => \{[\s\S]*?\}\)\.filter\(\(comp\) => comp !== void 0\);/,
    `const children = [];
    const { root } = this;
    const { length } = root;
    for (let index = 0; index < length; index += 1) {
      const comp = root[index];
      const isComponent = isXmlComponent(comp);
      const parts = isComponent ? comp.writtenAs : void 0;
      const prepared = parts ? parts.map((part) => part.prepForXml(context)) : isComponent ? comp.prepForXml(context) : comp;
      for (const each of Array.isArray(prepared) ? prepared : [prepared]) if (each !== void 0) children.push(each);
    }`,
  ],
  [
    /items\.map\(\(item, i\) => format\(resolve\(item, indent, startDepth\), indent, i === items\.length - 1\)\)/,
    'items.map((item, i) => indent ? format(resolve(item, indent, startDepth), indent, i === items.length - 1) : written(item))',
  ],
  [
    /(?=var stringifyXmlable = )/,
    `var firstKey = (data) => {
      for (const key in data) return key;
    };
    /** What format(resolve(data)) writes, without a tree between. */
    var written = (data) => {
      const name = firstKey(data);
      const values = name === void 0 ? void 0 : data[name];
      let attributes = "";
      const content = [];
      const addAttributes = (attr) => {
        for (const key of Object.keys(attr)) attributes += \` \${key}="\${escapeValue(attr[key])}"\`;
      };
      if (typeof values !== "object") content.push(escapeValue(values));
      else if (values !== null) {
        const { _attr: attr, _cdata: cdata } = values;
        if (attr) addAttributes(attr);
        if (cdata) content.push(\`<![CDATA[\${cdata.replace(/\\]\\]>/g, "]]]]><![CDATA[>")}]]>\`);
        if (Array.isArray(values)) {
          let isStringContent = false;
          content.push("");
          for (const value of values) {
            if (typeof value !== "object") {
              content.pop();
              isStringContent = true;
              content.push(escapeValue(value));
            } else if (firstKey(value) === "_attr") addAttributes(value._attr);
            else content.push(written(value));
          }
          if (!isStringContent) content.push("");
        }
      }
      const open = name ? \`<\${name}\${attributes}\` : attributes;
      if (content.length === 0) return open + "/>";
      return name ? \`\${open}>\${content.join("")}</\${name}>\` : open + content.join("");
    };
    `,
  ],
];

/** @type {import('esbuild').Plugin} */
export const docxForNode = {
  name: 'docx-for-node',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node_modules[\\/]docx[\\/]dist[\\/]index\.mjs$/ }, ({ path }) => {
      const contents = replacements.reduce(
        (text, [what, by]) => {
          if (text.search(what) < 0) throw new Error(`scripts/docx.mjs: docx no longer has ${what}`);
          return text.replace(what, by);
        },
        readFileSync(path, 'utf8'),
      );
      return { contents };
    });
  },
};
