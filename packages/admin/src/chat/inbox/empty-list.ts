/** Why the list of conversations is empty, so that it never says "nothing yet" over what is only hidden. Pure. */
import type { ConversationView } from '@goalpost/contract/chat';
import type { DeskState } from '../client/state.ts';
import { listFor, type Scope, type Show } from './filters.ts';

export type EmptyList =
  /** The department or the tab hides what there is. */
  | 'filtered'
  /** There were conversations, and all of them are closed. */
  | 'answered'
  | 'never'
  /** Whether there were any is not known yet. */
  | 'unknown';

interface Asked {
  readonly views: readonly ConversationView[];
  readonly show: Show;
  readonly me: DeskState['me'];
  readonly scope: Scope;
  /** Whether a closed conversation exists; undefined: not known. */
  readonly hasClosed: boolean | undefined;
}

/** @param asked for a list that {@link listFor} found empty */
export function whyEmpty({ views, show, me, scope, hasClosed }: Asked): EmptyList {
  const everywhere = { ...scope, department: null };
  const hidden = listFor(views, show === 'closed' ? 'closed' : 'all', me, everywhere);
  if (hidden.length > 0) return 'filtered';
  const closed = listFor(views, 'closed', me, everywhere).length > 0 ? true : hasClosed;
  if (show === 'closed') return closed === true ? 'unknown' : 'never';
  if (closed === undefined) return 'unknown';
  return closed ? 'answered' : 'never';
}
