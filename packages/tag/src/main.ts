/** Starts the tag on the host page. */
import { later, listen } from './shared/browser.ts';
import { runCallbacks } from './shared/follow.ts';
import { guard } from './shared/guard.ts';
import { createQueue } from './counter/queue.ts';
import { createRegistry } from './counter/registry.ts';
import { findAddress, hasOtherScript, ownership } from './shared/script-address.ts';
import { shareNames } from './counter/shared-names.ts';
import { createTransport } from './wire/transport.ts';

// `document.currentScript` is there only now.
const address = findAddress();

const start = guard((): void => {
  const home = address._home;
  const transport = createTransport();
  const registry = createRegistry(address, transport._send, (id) =>
    ownership(address._named, id, hasOther()),
  );
  const names = shareNames(registry);
  const hasOther = (): unknown => names._hasOther() || hasOtherScript(home);
  const join = createQueue(registry, address._named, hasOther, names._list);
  const settle = (): void => {
    guard(join)();
    runCallbacks();
  };

  // What waits for the genuine tag may need it.
  if (names._hasOther() || !hasOtherScript(home)) settle();
  else guard(join)();
  listen('load', settle);
  later(transport._resend, 0);
});

// A page that is prepared but never looked at is no page view.
if ((document as Document & { prerendering?: unknown }).prerendering === true)
  guard(() => document.addEventListener('prerenderingchange', start as () => void))();
else start();
