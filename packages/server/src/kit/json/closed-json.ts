/** JSON whose end is missing, closed behind the last object or list that is whole. */

const QUOTE = 34;
const BACKSLASH = 92;
const CLOSER: ReadonlyMap<number, string> = new Map([
  [123, '}'],
  [91, ']'],
]);

/** One pass; what is no JSON up to there is none afterwards. Empty: nothing in it is whole. */
export function closedJson(text: string): string {
  const open: string[] = [];
  let quoted = false;
  let end = 0;
  /** Of `open`, those that were open at `end`: nothing below them has changed since. */
  let depth = 0;
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place);
    if (quoted) {
      if (unit === BACKSLASH) place++;
      else if (unit === QUOTE) quoted = false;
      continue;
    }
    const closer = CLOSER.get(unit);
    if (unit === QUOTE) quoted = true;
    else if (closer !== undefined) open.push(closer);
    else if (unit === 125 || unit === 93) {
      open.pop();
      end = place + 1;
      depth = open.length;
    }
  }
  return text.slice(0, end) + open.slice(0, depth).toReversed().join('');
}
