/** How deep a JSON text nests, told without parsing it. */

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;

/** True as soon as more than `limit` objects and arrays are open at once. One pass, no recursion. */
export function isDeeperThan(json: string, limit: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let place = 0; place < json.length; place++) {
    const unit = json.charCodeAt(place);
    if (quoted) {
      if (unit === BACKSLASH) place++;
      else if (unit === QUOTE) quoted = false;
    } else if (unit === QUOTE) {
      quoted = true;
    } else if (unit === OPEN_BRACE || unit === OPEN_BRACKET) {
      if (++depth > limit) return true;
    } else if (unit === CLOSE_BRACE || unit === CLOSE_BRACKET) {
      depth--;
    }
  }
  return false;
}
