/** The counters of this page. */
import { createCounter } from './counter.ts';
import { globals } from '../shared/browser.ts';
import { attempt, warn } from '../shared/guard.ts';
import { type ModuleScript, modulesOf } from '../shared/kit.ts';
import type { Instance, Registry, Send } from '../shared/model.ts';
import type { ScriptAddress } from '../shared/read-address.ts';
import { isNamed } from '../shared/script-address.ts';
import { own } from '../shared/values.ts';

const NAME = 'yaCounter';

export const createRegistry = (address: ScriptAddress, send: Send, hasOther: () => unknown): Registry => {
  const { 1: home, 6: named } = address;
  /** By their global names: by numbers alone, they would not stay in the order of their making. */
  const counters = { __proto__: null } as unknown as Record<string, Instance>;
  /** The rule: README, "Two tags on one page". */
  const owns = (id: number): number => (id > 0 ? (!hasOther() || isNamed(named, id) ? 2 : named ? 0 : 1) : 0);

  return {
    _owns: owns,
    _get: (id) => counters[NAME + id],
    _all: counters,
    _init: (id, options) => {
      const name = NAME + id;
      const first = counters[name];
      if (first) {
        // As the original says it.
        warn(`Duplicate counter ${id}`);
        return first;
      }
      // The script was made for the counters in its address: what another one needs is fetched, once a page.
      const lacks = !isNamed(named, id) && 'o';
      const given = own(options);
      const made = (counters[name] = createCounter(id, given, home!, send, lacks, () => {
        delete counters[name];
        delete globals[name];
      }));
      if (owns(id) > 1) globals[name] = made;
      if (lacks)
        void (async () => {
          try {
            // The build puts its name in.
            made._add(
              modulesOf(
                (await import(
                  /* @vite-ignore */ `${home}/metrika/tag.js?id=${id}&modules=GOALPOST_BUILD`
                )) as ModuleScript,
              ),
            );
          } catch {
            // The core counts without them.
          }
        })();
      if (given['triggerEvent']) attempt(() => document.dispatchEvent(new Event(`yacounter${id}inited`)));
      return made;
    },
  };
};
