/** Where a counter's site is to be opened: the owner names it without a scheme. */

/** Hosts that are on the owner's own machine, where a site is hardly ever behind TLS. */
const OWN_MACHINE = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?(?:\/|$)/i;

/** `site` as the counter has it, such as `shop.example` or `localhost:8080`. */
export const siteLink = (site: string): string => `${OWN_MACHINE.test(site) ? 'http' : 'https'}://${site}`;
