/** Of css-tree what we ask for. */
export { default as parse } from '../node_modules/css-tree/lib/parser/index.js';
