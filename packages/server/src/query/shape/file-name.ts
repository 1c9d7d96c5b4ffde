/** Names of files that people download: after counters, preset and days [M30]. */
export interface FileSubject {
  readonly ids: readonly number[];
  readonly what: string;
  readonly days: readonly string[];
}

/** Letters, digits, `_` and `-` of the preset stay. */
export function fileName({ ids, what, days }: FileSubject, ending: string): string {
  const counters = ids.length > 3 ? `${ids.length}-counters` : ids.join('-');
  const parts = [counters, what.replace(/[^\w-]+/g, '-').replace(/-+$/, ''), ...days].filter(Boolean);
  return `goalpost-${parts.join('-')}.${ending}`;
}
