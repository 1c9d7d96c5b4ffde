/** Boards: listed, shown, made, changed and deleted. */
import type { Board, BoardInput, WidgetQuestion } from '@goalpost/contract/management';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../http.ts';

const shapes = () => import('./shapes.ts');
const readBoard = async (answer: unknown): Promise<Board> =>
  (await shapes()).BoardEnvelope.parse(answer).board;

export const boardsQuery = queryOptions({
  queryKey: ['boards'],
  queryFn: ({ signal }) =>
    request('GET /api/v1/boards', {
      signal,
      read: async (answer) => (await shapes()).BoardList.parse(answer).boards,
    }),
});

export const boardQuery = (boardId: string) =>
  queryOptions({
    queryKey: ['boards', boardId],
    queryFn: ({ signal }) =>
      request('GET /api/v1/boards/{boardId}', { params: { boardId }, signal, read: readBoard }),
    retry: false,
  });

/** Those that stand keep their questions by their ids alone. */
const inputOf = ({ name, shared, widgets }: Board): BoardInput => ({
  name,
  shared,
  widgets: widgets.map(({ id }) => ({ id })),
});

function useBoardMutation<V, R>(mutationFn: (value: V) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['boards'] }),
  });
}

export const useMakeBoard = () =>
  useBoardMutation((name: string) =>
    request('POST /api/v1/boards', {
      body: { board: { name, shared: false, widgets: [] } },
      read: readBoard,
    }),
  );

const put = (boardId: string, board: BoardInput): Promise<Board> =>
  request('PUT /api/v1/boards/{boardId}', { params: { boardId }, body: { board }, read: readBoard });

/** Name, order, sharing, and what is taken off. */
export const useChangeBoard = () => useBoardMutation((board: Board) => put(board.id, inputOf(board)));

export interface Added {
  readonly boardId: string;
  readonly question: WidgetQuestion;
}

export function useAddWidget() {
  const queries = useQueryClient();
  return useBoardMutation(async ({ boardId, question }: Added) => {
    const board = await queries.fetchQuery({ ...boardQuery(boardId), staleTime: 0 });
    const input = inputOf(board);
    return put(boardId, { ...input, widgets: [...input.widgets, question] });
  });
}

export const useDeleteBoard = () =>
  useBoardMutation((boardId: string) =>
    request('DELETE /api/v1/boards/{boardId}', { params: { boardId }, read: () => boardId }),
  );
