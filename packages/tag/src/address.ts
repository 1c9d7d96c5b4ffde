/** Addresses, taken apart by the browser itself. */

/** `href` is absolute, `hostname` without the port. Not by `URL`: pages have variables of that name. */
export const addressOf = (url: string): HTMLAnchorElement => {
  const anchor = document.createElement('a');
  anchor.href = url;
  return anchor;
};
