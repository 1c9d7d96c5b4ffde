/** Starts the tag on the host page. */
import type { Bag } from './bag.ts';
import { runCallbacks } from './callbacks.ts';
import { shareNames } from './discovery.ts';
import { guard } from './guard.ts';
import { findHome, hasOtherScript, ownership } from './home.ts';
import { createPost } from './post.ts';
import { createQueue } from './queue.ts';
import { createRegistry } from './registry.ts';

// `document.currentScript` is there only now.
const home = guard(findHome)();

const start = guard((): void => {
  if (!home) return;
  const ya = ((window as unknown as Bag)['Ya'] ??= {}) as Bag;
  const runs = (ya['_gp'] ??= {}) as Record<string, (ids: number[]) => void>;
  const [origin, named] = [home._origin, home._named];
  const again = runs[origin];
  // The page holds our script twice, with two numbers.
  if (again) return again(named);

  const [send, resend] = createPost();
  const hasOther = (): boolean => hasOtherNames() || hasOtherScript(home);
  const registry = createRegistry(origin, send, (id) => ownership(home, id, hasOther()));
  const hasOtherNames = shareNames(ya, registry);
  const join = createQueue(registry, named, hasOther, () => (ya['_metrika'] as { getCounters(): unknown }).getCounters());
  runs[origin] = (ids) => {
    named.push(...ids);
    join();
  };
  const settle = guard((): void => {
    join();
    runCallbacks();
  });

  // What waits for the genuine tag may need it.
  if (hasOtherNames() || !hasOtherScript(home)) settle();
  else join();
  addEventListener('load', settle);
  setTimeout(guard(resend));
});

// A page that is prepared but never looked at is no page view.
if ((document as Document & { prerendering?: boolean }).prerendering) {
  document.addEventListener('prerenderingchange', start, { once: true });
} else start();
