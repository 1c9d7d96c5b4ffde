/** What scripts say to the person who runs them. */

export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** Says what stops everything, without a stack, and ends the script. */
export function giveUp(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
