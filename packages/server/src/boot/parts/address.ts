/** Where the server listens; known when it does. */
import type { Part } from '../part.ts';

export interface Address {
  /** With no path. */
  url(): string;
  /** For people: below what the settings say, or where the server listens. @param path begins with a slash */
  linkTo(path: string): string;
  listensAt(url: string): void;
}

export const address: Part<Address> = {
  name: 'address',
  open({ config: { publicUrl } }) {
    let url = '';
    return {
      url: () => url,
      linkTo: (path) => new URL((publicUrl ?? url) + path).href,
      listensAt: (found) => void (url = found),
    };
  },
};
