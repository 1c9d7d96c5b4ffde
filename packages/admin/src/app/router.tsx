/** Every address of the web app. Screens load when first opened. */
import { createRouter } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { ours } from '../api/address/address.ts';
import { parseSearch, stringifySearch } from './address-search.ts';
import { NotFound, RouteFailure } from './failure.tsx';
import { chatPages, counterChatPages } from './routes/chat-pages.ts';
import { counter } from './routes/counter.ts';
import { inside } from './routes/inside.tsx';
import { openRoutes } from './routes/open.ts';
import { ownPages } from './routes/own-pages.ts';
import { reportPages } from './routes/report-pages.ts';
import { root } from './routes/root.ts';
import { setUpPages } from './routes/set-up-pages.ts';

const tree = root.addChildren([
  ...openRoutes,
  inside.addChildren([
    ...ownPages,
    ...chatPages,
    counter.addChildren([...reportPages, ...setUpPages, ...counterChatPages]),
  ]),
]);

export function makeRouter(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queries },
    basepath: ours('/'),
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPendingMs: 300,
    scrollRestoration: true,
    defaultErrorComponent: RouteFailure,
    defaultNotFoundComponent: NotFound,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
