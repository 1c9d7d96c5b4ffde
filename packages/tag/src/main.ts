/** Starts the tag on the host page. */
import { listen } from './shared/browser.ts';
import { runCallbacks } from './shared/follow.ts';
import { attempt, guard } from './shared/guard.ts';
import { createQueue } from './counter/queue.ts';
import { createRegistry } from './counter/registry.ts';
import { findAddress } from './shared/script-address.ts';
import { shareNames, type Theirs } from './counter/shared-names.ts';
import { each } from './shared/values.ts';
import { createTransport } from './wire/transport.ts';

// `document.currentScript` is there only now.
const address = findAddress();

const start = guard((): void => {
  /** Whether the page loads, or has loaded, a tag that is not ours. */
  const isComing = (): unknown => {
    let isThere: unknown;
    attempt(() =>
      each(document.scripts, ({ src }) => {
        if (/metri.a/.test(src) && src.indexOf(address[1]!) < 0) isThere = 1;
      }),
    );
    return isThere;
  };
  const theirs: Theirs = [];
  const hasOther = (): unknown => theirs.length || isComing();
  const registry = createRegistry(address, createTransport(), hasOther);
  const join = guard(createQueue(registry, address[6], hasOther, shareNames(registry, theirs)));
  const settle = (): void => {
    join();
    runCallbacks();
  };

  // What waits for the genuine tag may need it.
  if (theirs.length || !isComing()) settle();
  else join();
  listen('load', settle);
});

// A page that is prepared but never looked at is no page view.
if ((document as Document & { prerendering?: unknown }).prerendering === true)
  listen('prerenderingchange', start as () => void);
else start();
