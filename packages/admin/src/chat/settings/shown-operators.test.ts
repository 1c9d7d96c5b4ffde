import type { ChatTeamMember } from '@goalpost/contract/chat';
import { expect, it } from 'vitest';
import { memberChoices, shownOperators } from './shown-operators.ts';

const member = (id: string, name: string): ChatTeamMember => ({
  id,
  name,
  email: `${id}@example.com`,
  state: 'offline',
  departments: [],
});
const team = [member('a', 'Anna'), member('me', 'Owner')];
const gone = { id: 'gone', name: 'Gone', title: 'Sales', picture: '' };

it('lists oneself, the team, and whoever has a name here without being of the team', () => {
  const shown = shownOperators([gone, { ...gone, id: 'a', name: 'Anna B.' }], team, 'me');
  expect(shown.map(({ id, name }) => [id, name])).toEqual([
    ['me', ''],
    ['a', 'Anna B.'],
    ['gone', 'Gone'],
  ]);
});

it('offers a department the whole team by the names that visitors see, and keeps whom it names', () => {
  expect(memberChoices(['lost'], [{ ...gone, id: 'a', name: 'Anna B.' }], team)).toEqual([
    { value: 'a', label: 'Anna B. (a@example.com)' },
    { value: 'me', label: 'Owner (me@example.com)' },
    { value: 'lost', label: 'lost' },
  ]);
});
