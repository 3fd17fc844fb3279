/**
 * Shares a whole number out in proportion to weights, never beyond a cap.
 *
 * @throws {RangeError} the caps together are below `total`
 */
export function allot(total: number, weights: readonly number[], caps: readonly number[]): number[] {
  const shares = weights.map(() => 0);
  let left = total;
  while (left > 0) {
    const open = weights.map((weight, i) => ((shares[i] as number) < (caps[i] as number) ? weight : 0));
    const sum = open.reduce((a, b) => a + b, 0);
    if (sum <= 0) throw new RangeError(`Cannot share out ${total}: ${left} left over.`);
    const wanted = open.map((weight) => (weight / sum) * left);
    const given = wanted.map((want, i) => Math.min(Math.floor(want), (caps[i] as number) - (shares[i] as number)));
    const givenSum = given.reduce((a, b) => a + b, 0);
    for (const [i, amount] of given.entries()) shares[i] = (shares[i] as number) + amount;
    left -= givenSum;
    if (givenSum > 0) continue;
    // what is left is less than one each: the largest wants first
    const order = wanted.map((want, i) => ({ want, i })).filter(({ want }) => want > 0);
    order.sort((a, b) => b.want - a.want || a.i - b.i);
    for (const { i } of order.slice(0, left)) {
      shares[i] = (shares[i] as number) + 1;
      left--;
    }
  }
  return shares;
}
