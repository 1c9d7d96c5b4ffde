import type { ChatTeamMember } from '@goalpost/contract/chat';
import { expect, it } from 'vitest';
import { onlineIn, teammates } from './teammates.ts';

const member = (
  name: string,
  state: ChatTeamMember['state'],
  departments: string[] = [],
): ChatTeamMember => ({
  id: `${name} ${state}`,
  name,
  email: `${name.toLowerCase()}.${state}@example.com`,
  state,
  departments,
});

it('puts those who are there first, then by name', () => {
  const team = [
    member('Boris', 'offline'),
    member('Anna', 'away'),
    member('Zoe', 'online'),
    member('Vera', 'online'),
  ];
  expect(teammates(team).map(({ title }) => title)).toEqual(['Vera', 'Zoe', 'Anna', 'Boris']);
});

it('tells two of one name apart, and names those without one', () => {
  const team = [
    member('Anna', 'online'),
    member('Anna', 'away'),
    { ...member('', 'offline'), email: 'x@example.com' },
  ];
  expect(teammates(team).map(({ title }) => title)).toEqual([
    'Anna (anna.online@example.com)',
    'Anna (anna.away@example.com)',
    'x@example.com',
  ]);
});

it('counts who of a department is there', () => {
  const team = [
    member('A', 'online', ['sales']),
    member('B', 'away', ['sales']),
    member('C', 'online', ['help']),
  ];
  expect([onlineIn(team, 'sales'), onlineIn(team, 'help'), onlineIn(team, 'none')]).toEqual([1, 1, 0]);
});
