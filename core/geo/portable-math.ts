/**
 * Sine, cosine and exponential by series of additions and multiplications only, which IEEE 754 fixes to the last bit. `Math.sin` and its kin may
 * differ in their last digits from one JavaScript engine to the next, and what a browser computes must be what the server computes.
 *
 * @see ECMA-262, 21.3.2: the results of Math.cos, Math.exp and Math.sin are "implementation-approximated"
 */

/** Terms after which the series no longer change a double, for arguments up to 45 degrees and up to half of ln 2. */
const TERMS = 12;

/** Sine of a latitude. @param degrees -90 to 90 */
export const sineOfLatitude = (degrees: number): number =>
  degrees < 0 ? -sineOfAcute(-degrees) : sineOfAcute(degrees);

/** Cosine of a latitude. @param degrees -90 to 90 */
export const cosineOfLatitude = (degrees: number): number => sineOfAcute(90 - Math.abs(degrees));

/** Sine of 0 to 90 degrees, by the shorter of the two series. */
const sineOfAcute = (degrees: number): number =>
  degrees <= 45 ? sumSine(degrees * (Math.PI / 180)) : sumCosine((90 - degrees) * (Math.PI / 180));

/** x - x^3/3! + x^5/5! - …, the smallest terms first. */
function sumSine(x: number): number {
  const square = x * x;
  let sum = 1;
  for (let n = TERMS; n > 0; n--) sum = 1 - (square / (2 * n * (2 * n + 1))) * sum;
  return x * sum;
}

/** 1 - x^2/2! + x^4/4! - …, the smallest terms first. */
function sumCosine(x: number): number {
  const square = x * x;
  let sum = 1;
  for (let n = TERMS; n > 0; n--) sum = 1 - (square / ((2 * n - 1) * 2 * n)) * sum;
  return sum;
}

/** Ln 2 in two parts; the first has so few digits that its product with a whole number is exact (fdlibm, e_exp.c). */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** e to the power of x. @param x at most 700 in size */
export function exponential(x: number): number {
  const halvings = Math.round(x / Math.LN2);
  const rest = x - halvings * LN2_HIGH - halvings * LN2_LOW;
  let sum = 1;
  for (let n = TERMS + 2; n > 0; n--) sum = 1 + (rest / n) * sum;
  for (let i = 0; i < halvings; i++) sum *= 2;
  for (let i = 0; i > halvings; i--) sum /= 2;
  return sum;
}
