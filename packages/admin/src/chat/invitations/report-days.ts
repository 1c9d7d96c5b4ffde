/** The last days, today among them, as the API writes days. Pure. */
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

export function lastDays(count: number, now: number): { readonly from: string; readonly to: string } {
  return { from: day(now - (count - 1) * 86_400_000), to: day(now) };
}
