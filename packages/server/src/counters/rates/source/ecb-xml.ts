/** Reads the European Central Bank's XML of rates: `Cube` elements of days, each with those of currencies. Pure. */
import type { RateDay, RateFile } from './file-shape.ts';

const BASE = 'EUR';
const COMMENT = '<!--';
const COMMENT_END = '-->';
/** Each begins at a `<` and ends before the next one. */
const ELEMENTS = /<(?:[\w.-]{1,40}:)?Cube(?=[\s/>])([^<>]{0,1000})>/g;
const ATTRIBUTES = /(?<=\s)(time|currency|rate)\s{0,20}=\s{0,20}(?:"([^"]{0,40})"|'([^']{0,40})')/g;

/** @returns null where it is none */
export function readEcb(text: string): RateFile | null {
  const days = new Map<string, Map<string, unknown>>();
  let day: string | null = null;
  for (const [, inside = ''] of withoutComments(text).matchAll(ELEMENTS)) {
    const { time, currency, rate } = attributesOf(inside);
    if (time !== undefined) {
      day = time;
      if (!days.has(day)) days.set(day, new Map());
    }
    if (currency === undefined || rate === undefined) continue;
    if (day === null) return null;
    days.get(day)?.set(currency, rate);
  }
  const read = [...days]
    .map(([of, units]): RateDay => ({ day: of, units }))
    .filter(({ units }) => units.size > 0);
  return read.length === 0 ? null : { base: BASE, days: read };
}

function withoutComments(text: string): string {
  const kept: string[] = [];
  for (let from = 0; ;) {
    const begin = text.indexOf(COMMENT, from);
    if (begin === -1) return kept.concat(text.slice(from)).join(' ');
    kept.push(text.slice(from, begin));
    const end = text.indexOf(COMMENT_END, begin + COMMENT.length);
    if (end === -1) return kept.join(' ');
    from = end + COMMENT_END.length;
  }
}

function attributesOf(inside: string): Partial<Record<'time' | 'currency' | 'rate', string>> {
  const found = [...inside.matchAll(ATTRIBUTES)].map(([, name = '', double, single]) => [
    name,
    double ?? single,
  ]);
  return Object.fromEntries(found) as Partial<Record<'time' | 'currency' | 'rate', string>>;
}
