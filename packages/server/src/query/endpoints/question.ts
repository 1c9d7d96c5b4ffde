/** A question as endpoints: by GET, and by POST for what is too long for an address [M64]. */
import type { z } from 'zod';
import { defineEndpoint, type Endpoint, type EndpointContext } from '../../kit/endpoint.ts';

export interface QuestionSpec<Q extends z.ZodType> {
  readonly url: string;
  readonly summary: string;
  readonly query: Q;
  readonly response: z.ZodType;
  readonly contentType?: string;
  readonly unusedQuery?: readonly string[];
  answer(query: z.output<Q>, context: EndpointContext): Promise<unknown>;
}

export function questionEndpoints<Q extends z.ZodType>({ answer, ...spec }: QuestionSpec<Q>): Endpoint[] {
  const common = {
    ...spec,
    tag: 'stat',
    auth: 'account',
    handle: ({ query }: { query: unknown }, context: EndpointContext) =>
      answer(query as z.output<Q>, context),
  } as const;
  return [
    defineEndpoint({ ...common, method: 'GET' }),
    defineEndpoint({ ...common, method: 'POST', asks: true }),
  ];
}
