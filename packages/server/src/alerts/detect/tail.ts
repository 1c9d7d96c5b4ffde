/**
 * How probable a count is where another is usual: tails of the negative binomial distribution. Its variance is
 * `mean + noise × mean²`: visits of one hour scatter more than by chance alone, which Poisson's would not allow for.
 */

/** Above it the scatter by chance alone no longer matters, and the sum would be long. */
const LARGEST_MEAN = 1_000;

/** @returns the probability of `count` or fewer */
export function atMost(count: number, mean: number, noise: number): number {
  if (count < 0) return 0;
  const scale = Math.max(1, mean / LARGEST_MEAN);
  return cumulative(Math.floor(count / scale), mean / scale, noise);
}

/** @returns the probability of `count` or more */
export function atLeast(count: number, mean: number, noise: number): number {
  if (count <= 0) return 1;
  const scale = Math.max(1, mean / LARGEST_MEAN);
  return Math.max(0, 1 - cumulative(Math.ceil(count / scale) - 1, mean / scale, noise));
}

function cumulative(count: number, mean: number, noise: number): number {
  if (mean <= 0) return 1;
  const size = 1 / Math.max(noise, 1e-6);
  const step = Math.log(mean / (size + mean));
  let term = size * Math.log(size / (size + mean));
  let sum = Math.exp(term);
  for (let n = 1; n <= count && sum < 1; n += 1) {
    term += Math.log((n - 1 + size) / n) + step;
    sum += Math.exp(term);
    // Far beyond the mean nothing is added any more.
    if (n > mean && term < -40) break;
  }
  return Math.min(1, sum);
}
