/** What is known of a visitor, for the operator's side panel: visits, pages, goals, earlier conversations. */
import { VisitorNumber, VisitorStoryAnswer } from '@goalpost/contract/chat';
import { z } from 'zod';
import { SYSTEM_NAMES } from '../../collect/index.ts';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import { CounterParams } from '../../kit/schemas/counter-params.ts';
import type { VisitorStory } from '../../visitors/port.ts';
import { conversationView } from '../conversation/view.ts';
import type { Audiences } from '../operators/audience.ts';
import type { People } from '../people/people.ts';
import type { ChatStore } from '../port.ts';

export interface StoryEndpointDeps {
  readonly store: Pick<ChatStore, 'conversations'>;
  readonly people: Pick<People, 'byId'>;
  readonly story: VisitorStory;
  readonly audiences: Pick<Audiences, 'hiddenOn'>;
  goalName(counterId: number, goalId: number, language: StoryLanguage): string | null;
}

const Query = z.object({ lang: z.enum(['en', 'ru']).default('en') });
export type StoryLanguage = z.infer<typeof Query>['lang'];

const CONVERSATIONS = 50;

export function storyEndpoints(deps: StoryEndpointDeps): Endpoint[] {
  const { story, store, people, audiences, goalName } = deps;
  return [
    defineEndpoint({
      method: 'GET',
      url: '/api/v1/counters/:counterId/chat/people/:visitor/story',
      summary: 'Visits, pages, goals and conversations of a visitor',
      tag: 'chat',
      auth: { counter: 'chat:read' },
      params: CounterParams.extend({ visitor: VisitorNumber }),
      query: Query,
      response: VisitorStoryAnswer,
      async handle({ params: { counterId, visitor }, query: { lang } }, { caller, signal }) {
        const hidden = await audiences.hiddenOn(counterId, caller?.accountId ?? '');
        const [told, conversations] = await Promise.all([
          story.story(counterId, visitor, signal),
          store.conversations({ counterIds: [counterId], visitor, limit: CONVERSATIONS, ...hidden }),
        ]);
        return {
          visits: told.visits.map(({ goalIds, ...visit }) => ({
            ...visit,
            // People read it: by its name, where it is a known system.
            sourceEngine: SYSTEM_NAMES.get(visit.sourceEngine) ?? visit.sourceEngine,
            goals: goalIds.flatMap((id) => {
              const name = goalName(counterId, id, lang);
              return name === null ? [] : [{ id, name }];
            }),
          })),
          pages: told.pages,
          conversations: await Promise.all(
            conversations.map(async (one) => conversationView(one, await people.byId(one.personId), null)),
          ),
        };
      },
    }),
  ];
}
