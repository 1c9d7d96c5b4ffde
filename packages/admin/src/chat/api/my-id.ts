/** The number of the account that is signed in, by which the chat names its operators. */
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../api/http.ts';

export const myIdQuery = queryOptions({
  queryKey: ['chat', 'my-id'],
  queryFn: ({ signal }): Promise<string> =>
    request('GET /api/v1/me', {
      signal,
      read: (answer) => {
        const id = typeof answer === 'object' && answer !== null && 'id' in answer ? answer.id : undefined;
        if (typeof id !== 'string') throw new Error('the answer names no account');
        return id;
      },
    }),
  staleTime: Number.POSITIVE_INFINITY,
});
