/** Who may answer on a counter, under which name, and who of them is there. */
import { ChatTeam, type ChatSettings, type ChatTeamMember } from '@goalpost/contract/chat';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import { CounterParams } from '../../kit/schemas/counter-params.ts';
import type { Availability } from '../operators/availability.ts';
import { operatorOf } from '../operators/operator-name.ts';
import type { OperatorAccess } from '../outward.ts';
import type { SettingsBook } from '../settings/settings.ts';

export interface TeamEndpointDeps {
  readonly settings: Pick<SettingsBook, 'get'>;
  readonly access: Pick<OperatorAccess, 'whoAnswers' | 'loginOf' | 'nameOf'>;
  readonly availability: Pick<Availability, 'stateOf'>;
}

export function teamEndpoints(deps: TeamEndpointDeps): Endpoint[] {
  const { settings, access } = deps;
  return [
    defineEndpoint({
      method: 'GET',
      url: '/api/v1/counters/:counterId/chat/team',
      summary: 'Everybody who may answer in the chat, by name, and who of them is there',
      tag: 'chat',
      auth: { counter: 'chat:answer' },
      params: CounterParams,
      response: ChatTeam,
      async handle({ params: { counterId } }) {
        const { departments } = await settings.get(counterId);
        const ids = await access.whoAnswers(counterId);
        const members = await Promise.all(ids.map((id) => member(deps, { counterId, id, departments })));
        const team = members.filter((one) => one !== null);
        return { team: team.toSorted((one, other) => one.name.localeCompare(other.name)) };
      },
    }),
  ];
}

interface Asked extends Pick<ChatSettings, 'departments'> {
  readonly counterId: number;
  readonly id: string;
}

/** Null: the account is gone. */
async function member(
  { settings, access, availability }: TeamEndpointDeps,
  { counterId, id, departments }: Asked,
): Promise<ChatTeamMember | null> {
  const email = await access.loginOf(id);
  const operator = await operatorOf({ settings, access }, counterId, id);
  if (email === null || operator === null) return null;
  return {
    id,
    name: operator.name,
    email,
    state: availability.stateOf(id),
    departments: departments
      .filter(({ members }) => members.length === 0 || members.includes(id))
      .map((one) => one.id),
  };
}
