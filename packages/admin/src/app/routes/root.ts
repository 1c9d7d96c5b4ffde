/** The root of all addresses of the web app. */
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { NotFound } from '../failure.tsx';

interface Context {
  readonly queries: QueryClient;
}

export const root = createRootRouteWithContext<Context>()({ notFoundComponent: NotFound });
