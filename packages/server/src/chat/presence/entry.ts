/** Someone on the site, as presence keeps them: thousands at a time, so that what can be shared, is. */
import type { Holder } from '../people/people.ts';
import type { PageContext } from '../records.ts';

export interface PageNow {
  readonly url: string;
  readonly title: string;
  readonly referrer: string;
}

/** What a connection knows of its visitor from the start. */
export interface Arrival {
  readonly holder: Holder;
  readonly page: PageNow;
  /** As the widget remembers it; null: it does not. */
  readonly landing: { readonly url: string; readonly referrer: string } | null;
  /** The same of the visit: how long it lasts, in milliseconds, and its pages with this one. */
  readonly visit: { readonly age: number; readonly pages: number } | null;
  readonly agent: string;
  readonly country: string;
  readonly language: string;
  readonly phone: boolean;
  /** False: the counter asks for consent, and this tab's visitor has not agreed. */
  readonly consent: boolean;
}

export interface Entry {
  holder: Holder;
  /** False: another visitor is on the site under this visitor number already; only they are shown. */
  readonly listed: boolean;
  page: PageNow;
  landing: { readonly url: string; readonly referrer: string };
  readonly agent: string;
  readonly country: string;
  readonly language: string;
  readonly phone: boolean;
  consent: boolean;
  since: number;
  pages: number;
  /** Connected tabs. */
  tabs: number;
  /** When the last tab went; null while one is there. */
  goneAt: number | null;
  /** The latest page or arrival. */
  lastActivityAt: number;
  /** Null: not asked for yet. */
  visits: number | null;
  invited: boolean;
  /** What they called themselves, or how they may be reached; empty: not known. */
  name: string;
  conversationId: string | null;
  typing: string;
}

export function contextOf(entry: Entry): PageContext {
  const { page, landing, agent, country, language, phone, consent } = entry;
  const elsewhere = landing.url !== page.url || landing.referrer !== page.referrer;
  return {
    ...page,
    agent,
    country,
    language,
    phone,
    ...(elsewhere ? { landing } : {}),
    ...(consent ? {} : { consent: false }),
  };
}
