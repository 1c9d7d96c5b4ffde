/** Where the visitor is, also on pages that change their address without loading. */
import { MAX_URL_LENGTH } from '@goalpost/contract/wire';
import type { PageNow } from './say-hello.ts';

export interface Where {
  readonly now: PageNow;
  /** Milliseconds since the epoch, when this page began. */
  readonly since: number;
  /** What the page's script says instead; undefined: as the browser says. */
  told(title: string, url: string | undefined): void;
  /** Looks at the address and the title again. */
  look(): void;
}

export function createWhere(moved: (page: PageNow, isNew: boolean) => void): Where {
  let told: { title: string; url: string | undefined } | undefined;
  let href = location.href;
  let now: PageNow = { url: href, title: document.title, referrer: document.referrer };
  let since = Date.now();

  const look = (): void => {
    const isNew = location.href !== href;
    if (isNew) {
      href = location.href;
      told = undefined;
      since = Date.now();
    }
    const url = (told?.url ?? href).slice(0, MAX_URL_LENGTH);
    const title = told?.title ?? document.title;
    if (url === now.url && title === now.title) return;
    now = { url, title, referrer: isNew ? now.url : now.referrer };
    moved(now, isNew);
  };
  return {
    get now() {
      return now;
    },
    get since() {
      return since;
    },
    told: (title, url) => {
      told = { title, url };
      look();
    },
    look,
  };
}
