import { it } from 'vitest';

/** Whether this is `npm run test:quick`. */
export const quick: boolean = process.env.TESTS === 'quick';

/** For what takes seconds: the whole run has it, the quick one leaves it out. */
export const heavy: ReturnType<typeof it.skipIf> = it.skipIf(quick);
