/** Whom the form lists: oneself first, then the team, then names of those who are not of it any more. Pure. */
import type { ChatOperator, ChatTeamMember } from '@goalpost/contract/chat';

const unnamed = (id: string): ChatOperator => ({ id, name: '', title: '', picture: '' });

export function shownOperators(
  named: readonly ChatOperator[],
  team: readonly ChatTeamMember[],
  me: string | undefined,
): ChatOperator[] {
  const ids = [...(me === undefined ? [] : [me]), ...team.map(({ id }) => id), ...named.map(({ id }) => id)];
  return [...new Set(ids)].map((id) => named.find((one) => one.id === id) ?? unnamed(id));
}

/** Whom a department may name: the team, and those that it names already. Values are ids of accounts. */
export function memberChoices(
  members: readonly string[],
  named: readonly ChatOperator[],
  team: readonly ChatTeamMember[],
): { value: string; label: string }[] {
  const labelOf = (id: string): string => {
    const member = team.find((one) => one.id === id);
    const name = named.find((one) => one.id === id)?.name || member?.name || '';
    const email = member?.email ?? '';
    if (name === '' || email === '') return name || email || id;
    return `${name} (${email})`;
  };
  return [...new Set([...team.map(({ id }) => id), ...members])].map((id) => ({
    value: id,
    label: labelOf(id),
  }));
}
