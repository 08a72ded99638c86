import { it } from 'vitest';

/** For what takes seconds: the whole run has it, `npm run test:quick` leaves it out. */
export const heavy: ReturnType<typeof it.skipIf> = it.skipIf(process.env.TESTS === 'quick');
