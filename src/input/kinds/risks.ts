/** Risks: how likely, how grave, what is done. */
import * as z from 'zod';
import { Derived, derive, leaf } from './derive.ts';
import type { Fields } from './fields.ts';
import { part } from './parts.ts';
import { code } from './values.ts';

const degrees = ['low', 'medium', 'high'] as const;
type Degree = (typeof degrees)[number];

export function registerIn({ texts }: Fields) {
  const risk = z
    .strictObject({
      code: code('Its number, such as R1'),
      title: texts('What may happen'),
      likelihood: z.enum(degrees).describe('How likely it is'),
      impact: z.enum(degrees).describe('How severe the impact would be'),
      trend: z.enum(['rising', 'steady', 'falling']).describe('The trend since the last report'),
      response: texts('The response'),
      owner: texts('The risk owner'),
    })
    .describe('One risk');
  const rated = derive(risk, { level: leaf }, ({ likelihood, impact }) => ({
    level: new Derived(levelOf(likelihood, impact), ['impact']),
  }));
  const register = z
    .strictObject({
      risks: part('risks', z.array(rated).min(1).describe('The risks')),
    })
    .describe('The register of risks');
  const row = { likelihood: leaf, low: leaf, medium: leaf, high: leaf };
  return derive(register, { matrix: { type: 'list', items: { type: 'record', fields: row } } }, ({ risks }) => ({
    matrix: [...degrees].reverse().map((likelihood) => {
      const within = (impact: Degree) =>
        codesOf(risks.filter((each) => each.likelihood === likelihood && each.impact === impact));
      const likely = new Derived(likelihood, ['risks']);
      return { likelihood: likely, low: within('low'), medium: within('medium'), high: within('high') };
    }),
  }));
}

function codesOf(risks: readonly { readonly code: string }[]): Derived | null {
  return risks.length === 0 ? null : new Derived(risks.map(({ code }) => code).join(', '), ['risks']);
}

/** The product of the two, counted from 1 to 3: 1 and 2 low, 3 and 4 medium, 6 and 9 high. */
export function levelOf(likelihood: Degree, impact: Degree): Degree {
  const product = (degrees.indexOf(likelihood) + 1) * (degrees.indexOf(impact) + 1);
  return product < 3 ? 'low' : product < 6 ? 'medium' : 'high';
}
