/** Lists of the API whose ids are values of goals' conditions. */
import type { DictionaryName } from '@goalpost/contract/goals';
import { queryOptions } from '@tanstack/react-query';
import { request, shaped } from './http.ts';

const readDictionary = shaped((shapes) => shapes.Dictionary);

export const dictionaryQuery = (name: DictionaryName) =>
  queryOptions({
    queryKey: ['dictionary', name],
    queryFn: ({ signal }) =>
      request(`GET /management/v1/${name}`, {
        signal,
        read: async (answer) => (await readDictionary(answer))[name] ?? [],
      }),
    staleTime: Number.POSITIVE_INFINITY,
  });
