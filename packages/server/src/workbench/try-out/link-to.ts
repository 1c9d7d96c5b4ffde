/** A link to a counter's site that carries a token in its address. */
export function linkTo(site: string, parameter: '_gp_test' | '_gp_pick', token: string): string {
  const base = /^https?:\/\//i.test(site) ? site : `https://${site}`;
  return `${base}${base.includes('?') ? '&' : base.replace(/^https?:\/\//i, '').includes('/') ? '?' : '/?'}${parameter}=${token}`;
}
