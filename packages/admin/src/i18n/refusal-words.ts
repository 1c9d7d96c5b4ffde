/** Says a refusal of the server in another language, by a dictionary of the server's own sentences. */

/** The server's sentence, `{}` for each value, to ours: `{1}` is the first value, `{1!}` is one of the dictionary's single words. */
export type Refusals = Readonly<Record<string, string>>;

interface Known {
  readonly pattern: RegExp;
  readonly words: string;
  /** Letters that are no values: the more, the surer. */
  readonly weight: number;
}

const GAP = '{}';
const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
const weightOf = (sentence: string): number => sentence.replaceAll(GAP, '').length;

function knownOf(refusals: Refusals): Known[] {
  return Object.entries(refusals)
    .filter(([sentence]) => sentence.includes(GAP))
    .map(([sentence, words]) => ({
      pattern: new RegExp(`^${sentence.split(GAP).map(escaped).join('(.*?)')}$`, 's'),
      words,
      weight: weightOf(sentence),
    }))
    .toSorted((one, other) => other.weight - one.weight);
}

/** Joins others and says nothing itself, so that what it joins must be known. */
const isJoint = (words: string): boolean => !/\p{L}{3}/u.test(words.replaceAll(/\{\d!?\}/g, ''));
const isWord = (text: string): boolean => /^[\w-]+$/.test(text);

/** @returns how to say one sentence, null where it is not known */
export function createRefusalWords(refusals: Refusals): (sentence: string) => string | null {
  const known = knownOf(refusals);
  const exact = (text: string): string | undefined =>
    Object.hasOwn(refusals, text) ? refusals[text] : undefined;

  function say(sentence: string): string | null {
    const whole = exact(sentence) ?? filled(sentence);
    if (whole !== null) return whole;
    if (!sentence.endsWith('.')) return null;
    const open = sentence.slice(0, -1);
    const said = exact(open) ?? filled(open);
    return said === null ? null : `${said}.`;
  }

  function filled(sentence: string): string | null {
    for (const { pattern, words } of known) {
      const values = pattern.exec(sentence)?.slice(1);
      if (values === undefined) continue;
      const said = values.map((value) => (isWord(value) ? null : say(value)));
      if (isJoint(words) && said.at(-1) === null && !isWord(values.at(-1) ?? '')) continue;
      return words.replaceAll(/\{(\d)(!?)\}/g, (_, place: string, asWord: string) => {
        const at = Number(place) - 1;
        const value = values[at] ?? '';
        return (asWord === '' ? said[at] : exact(value)) ?? value;
      });
    }
    return null;
  }

  return (sentence) => {
    const said = say(sentence);
    return said === null ? null : said.replace(/^[а-яё]/, (letter) => letter.toUpperCase());
  };
}
