/** The counters of this page. */
import { createCounter } from './counter.ts';
import { guard, warn } from '../shared/guard.ts';
import { type ModuleScript, modulesOf } from '../shared/kit.ts';
import type { Instance, Registry, Send } from '../shared/model.ts';
import type { ScriptAddress } from '../shared/read-address.ts';
import { has, own, type Options } from '../shared/values.ts';

/** The name of this build; the build itself puts it in. */
declare const GOALPOST_BUILD: string;

const NAME = 'yaCounter';

export const createRegistry = (
  { _home: home, _named: named }: ScriptAddress,
  send: Send,
  owns: (id: number) => number,
): Registry => {
  const globals = window as unknown as Options;
  /** By their global names: by numbers alone, they would not stay in the order of their making. */
  const counters = { __proto__: null } as unknown as Record<string, Instance>;
  let place = 0;

  return {
    _owns: owns,
    _get: (id) => counters[NAME + id],
    _each: (run) => {
      for (const name in counters) run(counters[name]!._listed);
    },
    _init: (id, options) => {
      const name = NAME + id;
      const first = counters[name];
      if (first) {
        // As the original says it.
        warn(`Duplicate counter ${id}`);
        return first;
      }
      // The script was made for the counters in its address: what another one needs is fetched, once a page.
      const isWhole = has(named, `,${id},`);
      const leave = (): void => {
        delete counters[name];
        delete globals[name];
      };
      const made = createCounter(
        id,
        options,
        home,
        ++place,
        send,
        leave,
        !isWhole && own(options)['consent'],
      );
      counters[name] = made;
      if (owns(id) > 1) globals[name] = made;
      if (!isWhole)
        guard(() => {
          import(/* @vite-ignore */ `${home}/metrika/tag.js?id=${id}&modules=${GOALPOST_BUILD}`).then(
            guard((loaded: ModuleScript) => made._add(modulesOf(loaded))),
            () => undefined,
          );
        })();
      if (own(options)['triggerEvent'])
        guard(() => document.dispatchEvent(new Event(`yacounter${id}inited`)))();
      return made;
    },
  };
};
