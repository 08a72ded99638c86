/** Sums as people check them: to the cent. */

/** Whether two amounts are the same but for the dust of binary fractions. */
export function same(one: number, other: number): boolean {
  return Math.abs(one - other) < 0.005;
}

export function sumOf(values: readonly number[]): number {
  return Math.round(values.reduce((sum, value) => sum + value, 0) * 1000) / 1000;
}

/** Whether one amount is greater than another by more than that dust. */
export function exceeds(one: number, other: number): boolean {
  return one - other >= 0.005;
}
