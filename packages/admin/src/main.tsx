/** Starts the web app: translation, look, queries, router. */
import './api/privacy/no-eval.ts';
import '@mantine/core/styles.css';
import './app/base.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { deferChecks } from './api/answers/checks.ts';
import { onFirstScreen } from './app/start/first-screen.ts';
import { makeQueryClient } from './app/query-client.ts';
import { makeRouter } from './app/router.tsx';
import { theme } from './ui/theme.ts';
import { loadWords, onLanguage, startTranslation } from './i18n/i18n.ts';

const Notices = lazy(async () => ({ default: (await import('./app/notices.tsx')).Notices }));

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
  });
  const place = document.getElementById('root');
  if (place === null) throw new Error('the page has no #root');
  createRoot(place).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          <Suspense>
            <Notices />
          </Suspense>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

/** After an update the open page asks for files that are gone: it is reloaded, but not in a loop. */
window.addEventListener('vite:preloadError', (event) => {
  const last = Number(sessionStorage.getItem('goalpost.reloaded') ?? 0);
  if (Date.now() - last < 10_000) return;
  sessionStorage.setItem('goalpost.reloaded', String(Date.now()));
  event.preventDefault();
  window.location.reload();
});

void start();
