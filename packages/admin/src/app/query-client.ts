/** One place for how requests behave: what is retried, and what happens when the sign-in has ended. */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { worthRetry } from '../api/failures.ts';
import { ApiFailure } from '../api/http.ts';

/** @param onSignedOut called when the server says that the session has ended */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: Error): void => {
    if (error instanceof ApiFailure && error.isSignedOut) onSignedOut();
  };
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { retry: worthRetry, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });
  return queries;
}
