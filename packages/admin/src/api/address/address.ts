/** Makes every address of this server: a proxy may serve it below a path, which the page says. */

/** The server writes the path there as it starts; empty: the root of the host. */
const PLACE = 'meta[name="goalpost-base"]';

/** @returns empty, or such as `/stats` */
export const basePath = (): string =>
  globalThis.document?.querySelector<HTMLMetaElement>(PLACE)?.content ?? '';

/** @param path of the server's own, such as `/api/v1/me` */
export const ours = (path: string): string => basePath() + path;

/** The same with its host, for what is used outside of this page. */
export const whole = (path: string): string => pageOrigin() + ours(path);

export const pageOrigin = (): string => location.origin;

/**
 * What a thing is kept under in the browser's storage, which all servers of one host share.
 * A person's taste, such as the language, needs no such name.
 */
export const storeName = (name: string): string => `goalpost${basePath()}.${name}`;
