/** Sends and keeps nothing until the visitor agrees; removes what is kept when they no longer do [P20]. */
import { attempt, guard } from '../../shared/guard.ts';
import { keepIn, later, listen } from '../../shared/browser.ts';
import { cut, each, own } from '../../shared/values.ts';
import type { Module } from '../../shared/model.ts';

declare const goalpost: { readonly chat: { consent(agrees: unknown): void } };

export const consent: Module = (counter) => {
  // Another counter of the page may wait as well.
  const before = keepIn(0) as Record<string, unknown>;
  const kept = (before['_gp.place'] ?? before) as Record<string, unknown>;
  const nowhere = Object.freeze({ __proto__: null, '_gp.place': kept });
  const { _visitor: first } = counter;
  const sign = `_gp.no${counter._listed.id}`;

  const wait = (): void => {
    // Nothing can be kept there, nor sent again from there.
    keepIn(nowhere);
    counter._held ||= [];
  };
  const forget = (mark: number): void => {
    const { hostname } = location;
    // The number of the module `cookieless`, which is empty, stays.
    counter._visitor = first?.[0] ? undefined : first;
    each(['_ym_uid', '_ym_d'], (name) => {
      // First without a domain: of this host alone.
      for (let from = hostname.length + 1; from--;)
        document.cookie = `${name}=;path=/;max-age=0;domain=${cut(hostname, from)}`;
    });
    // Last: in some frames there is none, which throws.
    each([kept, sessionStorage, localStorage] as unknown as (typeof kept)[], (all) => {
      for (const key in all) if (/^_(gp\.|ym_)/.test(key)) delete all[key];
      // Other tabs hear of it by a change where nothing stays [P20].
      if (mark) all[sign] = 1;
      delete all[sign];
    });
  };
  /** @param mark what hits say of a yes; 0 with a no that another tab has told of */
  const answer = (yes: unknown, mark = 1): void => {
    const before = counter._agreed;
    // Who agrees after silence was taken for it says so from now on [P23].
    if (yes || before) counter._agreed = yes ? `cs:${mark}:` : '';
    if (!yes === !before) return;
    // The chat, where it is on the page already, begins and ends with it [P42].
    attempt(() => goalpost.chat.consent(yes));
    if (yes) {
      keepIn(kept);
      const held = counter._held!;
      counter._held = undefined;
      // After a withdrawal, what was done since is not told; a new visit begins.
      if (before === '') counter._view('pv:1:');
      else each(held, (run) => guard(run)());
    } else {
      wait();
      forget(mark);
    }
  };
  listen('storage', (event) => {
    if ((event as StorageEvent).key === sign) answer(0, 0);
  });
  const say = (given: unknown): void => {
    const { analytics_storage: storage, analytics = storage ?? given } = own(given);
    answer(analytics && analytics !== 'denied');
  };
  wait();
  counter._consent = answer;
  counter._until = (find, run, tries = 40) => {
    const found = attempt(find);
    if (found) run(found);
    else if (tries) later(() => counter._until!(find, run, tries - 1), 250);
  };
  counter._heard = (name, types, look) => {
    const told = (): void => {
      const vendor = (window as never)[name];
      const said = vendor && look(vendor);
      if (said !== undefined) answer(said);
    };
    // Some tell the window, some the document: what captures at the window hears both.
    each(types, (type) => listen(type, told));
    told();
  };
  // Said before this was there; all modules are to see what it lets go.
  if ('#consent' in counter) later(() => say(counter['#consent']), 0);
  return { consent: say };
};
