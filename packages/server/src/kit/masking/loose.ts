/** Masks parameters that are no JSON: what is named as personal goes, whatever quotes stand around it [P6]. */
import type { MaskRules } from './rules.ts';
import { MASK, type Found } from './shapes.ts';

const QUOTE = String.raw`\\{0,3}(?:["']|&quot;|&#0*34;|&#x0*22;)`;
/** A name, a colon, and the beginning of a value: its quote and what is in it, or a bare word. */
const PAIR = new RegExp(
  String.raw`(?<![\p{L}\d_$.\-])([\p{L}_$][\p{L}\d_$.\-]{0,60})(${QUOTE})?[ \t]{0,4}:[ \t]{0,4}(?:(${QUOTE})((?:(?!${QUOTE})[^\n]){1,1024})|([^\s"'\\&,{}[\]]{1,255}))`,
  'giu',
);
/** A letter as JSON writes it where only ASCII may stand [P45]. */
const ESCAPED = /\\u([\da-f]{4})/gi;
/** Others, such as quotes, part a text and stay. */
const OF_WORDS = /[\p{L}\p{N}@+.\-_ ()]/u;
/** What begins as JSON: names within it count [P46]. */
export const JSON_TEXT = /^\s{0,9}[{[]/;
const SPARED: ReadonlySet<string> = new Set(['true', 'false', 'null', 'undefined']);

export function maskLoosely(rules: MaskRules, text: string, found: Found): string {
  const plain = text.includes('\\u') ? text.replace(ESCAPED, letterOf) : text;
  const masked = maskPairs(rules, plain, found);
  return masked === plain ? text : masked;
}

function maskPairs(rules: MaskRules, text: string, found: Found): string {
  const named = text.replace(PAIR, (pair: string, name: string, ...rest: (string | undefined)[]) => {
    const role = rules.role(name);
    const [, , quoted, bare] = rest;
    const value = quoted ?? bare ?? '';
    if (!isMasked(role) || SPARED.has(value)) return pair;
    found(role);
    return pair.slice(0, pair.length - value.length) + MASK[role];
  });
  return rules.shapes(named, found);
}

function letterOf(sent: string, code: string): string {
  const letter = String.fromCharCode(Number.parseInt(code, 16));
  return OF_WORDS.test(letter) ? letter : sent;
}

type Role = ReturnType<MaskRules['role']>;

const isMasked = (role: Role): role is keyof typeof MASK & Role => role !== null && Object.hasOwn(MASK, role);
