import { clause } from '../clause.ts';

export const pdfxIntents = clause({
  code: 'pdfx-intents',
  severity: 'error',
  says: 'The file has more than one output intent for a press.',
  mend: 'Keep the output intent of the press that will print the file, and remove the others.',
  clause: 'ISO 15930-7, output intents',
  *find({ intents }) {
    const count = intents.filter(({ standard }) => standard === 'GTS_PDFX').length;
    if (count > 1) yield `The file has ${count} output intents for a press (GTS_PDFX); one is allowed`;
  },
});
