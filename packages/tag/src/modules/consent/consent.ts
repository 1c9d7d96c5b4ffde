/** Sends and keeps nothing until the visitor agrees; removes what is kept when they no longer do [P20]. */
import { keepIn, later, listen } from '../../shared/browser.ts';
import { cut, each, own } from '../../shared/values.ts';
import type { Module } from '../../shared/model.ts';

export const consent: Module = (counter, methods) => {
  const { getClientID } = methods;
  const { _held: held } = counter;
  const kept = keepIn({}) as Record<string, unknown>;
  let agreed = false;
  let ended = false;
  counter['consent'] = 'ask';

  const forget = (): void => {
    const { hostname } = location;
    keepIn({});
    counter._visitor = undefined;
    each(Object.keys(kept), (key) => {
      if (/^_gp\.|^_ym_/.test(key)) delete kept[key];
    });
    each(['_ym_uid', '_ym_d'], (name) => {
      const gone = `${name}=;path=/;max-age=0`;
      document.cookie = gone;
      for (let from = hostname.length; from--;)
        document.cookie = `${gone};domain=${cut(hostname, from)}`;
    });
  };
  const answer = (yes: unknown): void => {
    if (yes && !agreed) {
      agreed = true;
      counter['consent'] = 1;
      keepIn(kept);
      // After a withdrawal, what was done meanwhile is not told; a new visit begins.
      if (ended) counter._view('pv:1:', {});
      else each(held, (send) => send());
      held.length = 0;
    } else if (!yes && agreed) {
      agreed = false;
      ended = true;
      counter['consent'] = 'no';
      forget();
    }
  };
  counter._consent = answer;
  counter._until = (find, run, tries = 40) => {
    const found = find();
    if (found) run(found);
    else if (tries) later(() => counter._until!(find, run, tries - 1), 250);
  };
  counter._heard = (types, look) => {
    const told = (): void => {
      const said = look();
      if (said !== undefined) answer(said);
    };
    // Some tell the window, some the document: what captures at the window hears both.
    each(types, (type) => listen(type, told));
    told();
  };
  return {
    consent: (given) => {
      const { analytics_storage: storage, analytics = storage ?? given } = own(given);
      answer(analytics && analytics !== 'denied');
    },
    getClientID: () => (agreed ? getClientID!() : undefined),
  };
};
