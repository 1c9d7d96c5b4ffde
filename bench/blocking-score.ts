/** Lighthouse's score of total blocking time on a phone, as its published curve has it. Pure. */

/** Milliseconds that score 0.9 and 0.5: https://github.com/GoogleChrome/lighthouse, `total-blocking-time`, mobile. */
const P10 = 200;
const MEDIAN = 600;
/** Inverse of the complementary error function at 0.2: the curve passes through (P10, 0.9). */
const AT_P10 = 0.9061938024368232;
/** Of the performance score's 100 points. */
const WEIGHT = 30;

/** Points out of 30. */
export function blockingPoints(blockingMs: number): number {
  if (blockingMs <= 0) return WEIGHT;
  const x = (Math.log(blockingMs / MEDIAN) * AT_P10) / -Math.log(P10 / MEDIAN);
  return (WEIGHT * (1 - erf(x))) / 2;
}

/** Abramowitz and Stegun, 7.1.26; the error is below 1.5e-7. */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const poly = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592].reduce(
    (sum, factor) => (sum + factor) * t,
    0,
  );
  return Math.sign(x) * (1 - poly * Math.exp(-x * x));
}
