/** Chat goals as event hits of the visitor, through collection's own door for the server [C26]. */
import type { PutEvent } from '../../collect/index.ts';
import type { GoalJournal } from '../outward.ts';

export function createGoalJournal(putEvent: PutEvent): GoalJournal {
  return {
    async put({ id, counterId, visitor, event, context, at }) {
      const { url, title, referrer, agent, country, language } = context;
      // A counter that was deleted meanwhile takes no hits: that is its owner's will, and no failure.
      await putEvent({
        id,
        counterId,
        visitor,
        identifier: event,
        url,
        title,
        landing: context.landing ?? { url, referrer },
        agent,
        country,
        language,
        at,
      });
    },
  };
}
