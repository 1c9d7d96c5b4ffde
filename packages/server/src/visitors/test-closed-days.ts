/** For tests: an analytics store whose deletions are done before a command ends, as the next look would find them. */
import type { Olap } from '../kit/olap.ts';

const WITHOUT_WAITING = 'mutations_sync = 0';

/** @throws where a deletion no longer says that it does not wait: it would not be waited for here either */
export function awaitingDeletions(olap: Olap): Pick<Olap, 'query' | 'command'> {
  return {
    query: (...query) => olap.query(...query),
    command: (sql, params) => {
      if (sql.startsWith('ALTER') && !sql.includes(WITHOUT_WAITING)) throw new Error(`not awaited: ${sql}`);
      return olap.command(sql.replace(WITHOUT_WAITING, 'mutations_sync = 2'), params);
    },
  };
}
