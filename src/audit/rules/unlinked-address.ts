import type { Inlines } from '../../model/document.ts';
import { matchesIn } from '../../text.ts';
import type { DocumentFinding, DocumentRule } from '../rule.ts';
import { childrenInRun, runsOf } from '../runs.ts';
import { isOfData } from '../texts.ts';

// A name of a site may be the name of its owner (Booking.com); behind it a path makes it an address.
const address =
  /(?<![\p{L}\p{N}@/.-])(?:[a-z0-9-]{1,63}\.){1,4}(?:ge|org|com|int|eu|net|edu|gov|info)\/(?:[^\s<>()„“”"]|\([^\s<>()„“”"]*\)){2,}|(?<![\p{L}\p{N}@/.-])(?:https?:\/\/|www\.)(?:[^\s<>()„“”"]|\([^\s<>()„“”"]*\)){3,}|(?<![\p{L}\p{N}@/.-])[\p{L}\p{N}][\p{L}\p{N}._+-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu;

/** Texts without one of these have no address. */
const sign = /[@/]|www\./;

export const unlinkedAddress: DocumentRule = {
  code: 'unlinked-address',
  title: 'Address that is not a link',
  why: 'Readers have to type the address, which is hard for those who use few keys or a switch.',
  applies: 'Texts outside of links.',
  severity: 'warning',
  says: 'A web or mail address in a text is not a link: readers have to type it.',
  mend: 'Make it a link: [words](https://…).',
  *check({ document }) {
    for (const { inlines } of runsOf(document)) yield* outside(inlines);
  },
};

function* outside(inlines: Inlines): Generator<DocumentFinding> {
  for (const node of inlines) {
    if (node.type === 'link') continue;
    if (node.type === 'text' && isOfData(node.from)) {
      if (!sign.test(node.value)) continue;
      for (const [found] of matchesIn(node.value, address)) {
        const bare = found.replace(/(?<![.,;:!?])[.,;:!?]+$/, '');
        const target =
          bare.includes('@') && !/^(?:https?:|www\.)/.test(bare)
            ? `mailto:${bare}`
            : bare.replace(/^(?!https?:)/, 'https://');
        const hint = `Write [what it is](${target}) where the text takes marks.`;
        yield { at: node.from, message: `The address ${bare} is not a link: readers have to type it.`, hints: [hint] };
      }
    } else yield* outside(childrenInRun(node));
  }
}
