/** Faults for the judge of jobs. */
import { strFromU8, strToU8 } from 'fflate';

/** @param {string | RegExp} from @param {string} to */
const changed = (from, to) => (/** @type {Uint8Array} */ bytes) => strToU8(strFromU8(bytes).replace(from, to));

/** @type {import('./html.mjs').Fault[]} */
export const xjdfFaults = [
  { judge: 'xjdf', name: 'no XML', expects: /^xml/, plant: changed('</XJDF>', '') },
  {
    judge: 'xjdf',
    name: 'a binding that is none',
    expects: /^schema/,
    plant: changed(/BindingType="\w+"/, 'BindingType="Wire"'),
  },
  { judge: 'xjdf', name: 'a job without its name', expects: /^schema/, plant: changed(/ JobID="[^"]*"/, '') },
  {
    judge: 'xjdf',
    name: 'a length in words',
    expects: /^schema/,
    plant: changed(/Dimensions="[^"]*"/, 'Dimensions="wide"'),
  },
  {
    judge: 'xjdf',
    name: 'a file that is not there',
    expects: /^file-differs/,
    plant: changed('.print.pdf"', '.printed.pdf"'),
  },
  { judge: 'xjdf', name: 'no file', expects: /^no-file/, plant: changed(/<FileSpec [^>]*>/, '') },
  {
    judge: 'xjdf',
    name: 'a fold that is off the paper',
    expects: /^fold-off-paper/,
    plant: changed(/Travel="[^"]*"/, 'Travel="9000"'),
  },
];
