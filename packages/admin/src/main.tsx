/** Starts the web app: translation, look, queries, router. */
import './api/privacy/no-eval.ts';
import '@mantine/core/styles.css';
import './app/base.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { deferChecks } from './api/answers/checks.ts';
import { onFirstScreen } from './app/start/first-screen.ts';
import { LateNotices } from './app/notices/late-notices.tsx';
import { makeQueryClient } from './app/query-client.ts';
import { makeRouter } from './app/router.tsx';
import { FormatScope } from './ui/format.ts';
import { theme } from './ui/theme.ts';
import { loadWords, onLanguage, startTranslation } from './i18n/i18n.ts';
import { TranslationScope } from './i18n/react.ts';

/** Fetched before they are needed: where that fails, they are asked for again then. */
const AHEAD: readonly (() => Promise<unknown>)[] = [
  () => import('./ui/menu/anchored.tsx'),
  () => import('./app/notices/notices.tsx'),
  () => import('./ui/fields/usual.ts'),
];

async function start(): Promise<void> {
  await startTranslation();
  const queries = makeQueryClient(() => {
    const { pathname, href } = router.latestLocation;
    if (pathname !== '/sign-in' && pathname !== '/setup') {
      void router.navigate({ to: '/sign-in', search: { next: href }, replace: true });
    }
  });
  // Names come from the server in the language that was asked for.
  onLanguage(() => void queries.invalidateQueries());
  const router = makeRouter(queries);
  const checkAll = deferChecks();
  // Asked again, the answer with another shape is refused, and its part of the screen says so.
  onFirstScreen(router, queries, () => {
    void checkAll().catch(() => queries.invalidateQueries());
    void loadWords(['help']);
    // What is opened next needs them; until then they only cost.
    for (const load of AHEAD) load().catch(() => undefined);
  });
  const place = document.getElementById('root');
  if (place === null) throw new Error('the page has no #root');
  createRoot(place).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          <TranslationScope>
            <FormatScope>
              <LateNotices />
              <RouterProvider router={router} />
            </FormatScope>
          </TranslationScope>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

/** After an update the open page asks for files that are gone: it is reloaded, but not in a loop. */
window.addEventListener('vite:preloadError', (event) => {
  // A line that is down is no update: without it, nothing would come back.
  if (!navigator.onLine) return;
  const last = Number(sessionStorage.getItem('goalpost.reloaded') ?? 0);
  if (Date.now() - last < 10_000) return;
  sessionStorage.setItem('goalpost.reloaded', String(Date.now()));
  event.preventDefault();
  window.location.reload();
});

void start();
