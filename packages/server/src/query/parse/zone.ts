/** Time zones: what a request or a counter says, and how the store and `Intl` call it. */
export interface Zone {
  /** As `Intl` takes it. */
  readonly intl: string;
  /** As ClickHouse takes it. */
  readonly store: string;
}

/** @returns null if there is no such zone */
export function namedZone(name: string): Zone | null {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return { intl: timeZone, store: timeZone };
  } catch {
    return null;
  }
}

/** `±hh:mm`, as the parameter `timezone` has it; a plus that came as a space, or got lost, is read as one. */
export function offsetZone(text: string): Zone | null {
  const found = /^([+\- ]?)(\d\d):(\d\d)$/.exec(text);
  if (found === null) return null;
  const sign = found[1] === '-' ? '-' : '+';
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  if (Number(found[3]) > 59 || minutes > (sign === '-' ? 720 : 840)) return null;
  const offset = `${sign}${found[2]}:${found[3]}`;
  return { intl: offset, store: minutes === 0 ? 'UTC' : `Fixed/UTC${offset}:00` };
}

/** The day of a moment where the zone is. */
export function localDay(now: number, { intl }: Zone): string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: intl, dateStyle: 'short' });
  return format.format(now);
}
