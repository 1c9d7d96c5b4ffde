/** Who is calling an endpoint that only accounts may call. */
import type { Caller, EndpointContext } from '../kit/endpoint.ts';

/** @throws without a caller: such a call does not come this far */
export function callerOf({ caller }: EndpointContext): Caller {
  if (caller === null) throw new Error('an endpoint for accounts was called by nobody');
  return caller;
}
