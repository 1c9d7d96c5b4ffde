/** Starts the tag on the host page. */
import type { Bag } from './bag.ts';
import { runCallbacks } from './callbacks.ts';
import { shareNames } from './discovery.ts';
import { guard } from './guard.ts';
import { findScript, hasOtherScript, ownership, readAddress } from './home.ts';
import { createPost } from './post.ts';
import { createQueue } from './queue.ts';
import { createRegistry } from './registry.ts';

// `document.currentScript` is there only now.
const script = findScript();

const start = guard((): void => {
  const globals = window as unknown as { Ya?: Bag };
  const ya = (globals.Ya = globals.Ya ?? {});
  const [send, resend] = createPost();
  const [origin, named] = readAddress(script);
  const registry = createRegistry(origin, send, (id) => ownership(named, id, hasOther()));
  const [list, hasOtherNames] = shareNames(ya, registry);
  const hasOther = (): unknown => hasOtherNames() || hasOtherScript(origin);
  const join = createQueue(registry, named, hasOther, list);
  const settle = guard((): void => {
    join();
    runCallbacks();
  });

  // What waits for the genuine tag may need it.
  if (hasOtherNames() || !hasOtherScript(origin)) settle();
  else join();
  addEventListener('load', settle);
  setTimeout(resend);
});

// A page that is prepared but never looked at is no page view.
if ((document as Document & { prerendering?: boolean }).prerendering) {
  document.addEventListener('prerenderingchange', start);
} else start();
