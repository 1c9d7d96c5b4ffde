import { ChatSettings, ChatTeam } from '@goalpost/contract/chat';
import { expect, it } from 'vitest';
import { COUNTER, OTHER_COUNTER, startTestChat, type TestChat } from '../test-chat.ts';
import { attend, exchange } from '../test-people.ts';

async function teamOf(test: TestChat): Promise<unknown> {
  const endpoint = test.chat.endpoints.find(({ url }) => url.endsWith('/chat/team'));
  if (endpoint === undefined) throw new Error('no such endpoint');
  expect(endpoint.auth).toEqual({ counter: 'chat:answer' });
  const params = { counterId: COUNTER };
  const answer = await endpoint.handle({ params, query: {}, body: {} } as never, {} as never);
  return ChatTeam.parse(answer).team;
}

it('is everybody who may answer, as visitors see them, with their state and departments', async () => {
  const test = await startTestChat();
  test.permissions.set('cat', new Map([[OTHER_COUNTER, 'own']]));
  test.permissions.set('dan', new Map([[COUNTER, 'view']]));
  test.permissions.set('eve', new Map([[COUNTER, 'edit']]));
  const settings = ChatSettings.parse({
    enabled: true,
    operators: [{ id: 'ann', name: 'Zoë from Sales' }],
    departments: [
      { id: 'sales', name: 'Sales', members: ['ann', 'gone'] },
      { id: 'repairs', name: 'Repairs', members: ['bob'] },
      { id: 'anyone', name: 'Anyone' },
    ],
  });
  await test.chat.settings.save(COUNTER, settings);
  await attend(test, 'ann');
  const bob = await attend(test, 'bob');
  bob.frame({ type: 'status', online: false });
  await exchange(bob);
  expect(await teamOf(test)).toEqual([
    { id: 'bob', name: 'Bob', email: 'bob@example.com', state: 'away', departments: ['repairs', 'anyone'] },
    { id: 'eve', name: 'Eve', email: 'eve@example.com', state: 'offline', departments: ['anyone'] },
    {
      id: 'ann',
      name: 'Zoë from Sales',
      email: 'ann@example.com',
      state: 'online',
      departments: ['sales', 'anyone'],
    },
  ]);
});
