/** Boards over HTTP. */
import { BoardEnvelope, BoardInput, BoardList } from '@goalpost/contract/management';
import { Success } from '@goalpost/contract/goals';
import { z } from 'zod';
import { defineEndpoint, type Endpoint } from '../kit/endpoint.ts';
import { createBoards, type BoardDeps } from './boards.ts';

const BOARDS = '/api/v1/boards';
const ONE = `${BOARDS}/:boardId`;
const params = z.object({ boardId: z.string().max(64) });
const body = z.object({ board: BoardInput });

export function boardEndpoints(deps: BoardDeps): Endpoint[] {
  const boards = createBoards(deps);
  const common = { tag: 'boards', auth: 'account' } as const;
  return [
    defineEndpoint({
      ...common,
      method: 'GET',
      url: BOARDS,
      summary: 'Your boards, and those that others share with you',
      response: BoardList,
      handle: (_input, context) => boards.list(context),
    }),
    defineEndpoint({
      ...common,
      method: 'POST',
      url: BOARDS,
      summary: 'Make a board',
      body,
      response: BoardEnvelope,
      handle: (input, context) => boards.make(input.body.board, context),
    }),
    defineEndpoint({
      ...common,
      method: 'GET',
      url: ONE,
      summary: 'A board; of widgets whose site you may not see, only that they are there',
      params,
      response: BoardEnvelope,
      handle: (input, context) => boards.get(input.params.boardId, context),
    }),
    defineEndpoint({
      ...common,
      method: 'PUT',
      url: ONE,
      summary: 'Replace a board of your own',
      params,
      body,
      response: BoardEnvelope,
      handle: (input, context) => boards.replace(input.params.boardId, input.body.board, context),
    }),
    defineEndpoint({
      ...common,
      method: 'DELETE',
      url: ONE,
      summary: 'Delete a board of your own',
      params,
      response: Success,
      handle: (input, context) => boards.remove(input.params.boardId, context),
    }),
  ];
}
