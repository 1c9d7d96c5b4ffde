/** Conditions that are all to be met, as one; pure. @returns undefined where there is none */
export function allOf(filters: readonly (string | undefined)[]): string | undefined {
  const said = filters.filter((filter) => filter !== undefined);
  return said.length < 2 ? said[0] : said.map((filter) => `(${filter})`).join(' AND ');
}

/** @param ids numbers of saved segments, joined with commas, as an address has them */
export function ofSegments(ids: string | undefined): string[] {
  const named = (ids ?? '').split(',').filter((id) => id.trim() !== '');
  return named.map((id) => `ym:s:segment==${id}`);
}
