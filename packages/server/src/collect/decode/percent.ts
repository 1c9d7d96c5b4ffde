/** Percent-decoding that refuses nothing [W2]: what is no valid UTF-8 becomes U+FFFD, a lone `%` stays. */

const ESCAPES = /(?:%[0-9a-fA-F]{2})+/g;

/** Decodes escapes; `+` stays as it is. Never throws. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(ESCAPES, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
  }
}

/** Decodes a value of an urlencoded form, where `+` is a space. */
export function decodeFormValue(text: string): string {
  return decodePercent(text.includes('+') ? text.replaceAll('+', ' ') : text);
}
