/** Sends and keeps nothing until the visitor agrees; removes what is kept when they no longer do [P20]. */
import { attempt, guard } from '../../shared/guard.ts';
import { keepIn, later, listen } from '../../shared/browser.ts';
import { cut, each, own } from '../../shared/values.ts';
import type { Module } from '../../shared/model.ts';

export const consent: Module = (counter) => {
  // Another counter of the page may wait as well.
  const before = keepIn(0) as Record<string, unknown>;
  const kept = (before['_gp.place'] ?? before) as Record<string, unknown>;
  const nowhere = Object.freeze({ __proto__: null, '_gp.place': kept });
  const { _visitor: first } = counter;
  let ended = false;

  const wait = (): void => {
    // Nothing can be kept there, nor sent again from there.
    keepIn(nowhere);
    counter._held ??= [];
  };
  const forget = (): void => {
    const { hostname } = location;
    // The number of the module `cookieless`, which is empty, stays.
    counter._visitor = first?.[0] ? undefined : first;
    each(Object.keys(kept), (key) => {
      if (/^_gp\.(?!chat)|^_ym_/.test(key)) delete kept[key];
    });
    each(['_ym_uid', '_ym_d'], (name) => {
      const gone = `${name}=;path=/;max-age=0`;
      document.cookie = gone;
      for (let from = hostname.length; from--;) document.cookie = `${gone};domain=${cut(hostname, from)}`;
    });
  };
  const answer = (yes: unknown): void => {
    if (yes && !counter._agreed) {
      counter._agreed = 'cs:1:';
      keepIn(kept);
      const held = counter._held!;
      counter._held = undefined;
      // After a withdrawal, what was done since is not told; a new visit begins.
      if (ended) counter._view('pv:1:');
      else each(held, (run) => guard(run)());
    } else if (!yes && counter._agreed) {
      counter._agreed = '';
      ended = true;
      wait();
      forget();
    }
  };
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
