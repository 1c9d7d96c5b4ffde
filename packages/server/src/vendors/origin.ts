/** Who may send a message that the owner has named: an origin, or a host with all below it [W60]. */

const HOST = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

/** As a browser writes it. Null: it is neither an origin nor a host. */
export function originOf(text: string): string | null {
  const isOrigin = /^https?:\/\//i.test(text);
  let url: URL;
  try {
    url = new URL(isOrigin ? text : `https://${text}`);
  } catch {
    return null;
  }
  if (isOrigin) return url.href === `${url.origin}/` && url.hostname !== '' ? url.origin : null;
  return url.href === `https://${url.hostname}/` && HOST.test(url.hostname) ? url.hostname : null;
}
