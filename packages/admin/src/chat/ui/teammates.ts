/** Sorts the team: those online, then those who may come back. Pure. */
import type { ChatTeamMember } from '@goalpost/contract/chat';

const ORDER: Readonly<Record<ChatTeamMember['state'], number>> = { online: 0, away: 1, offline: 2 };

/** Two of one name are told apart by what they sign in with. */
export interface Teammate extends ChatTeamMember {
  readonly title: string;
}

export function teammates(team: readonly ChatTeamMember[]): Teammate[] {
  const names = team.map(nameOf);
  return team
    .map((member, at) => {
      const name = names[at] ?? '';
      const twice = names.filter((known) => known === name).length > 1;
      return { ...member, title: twice && member.email !== name ? `${name} (${member.email})` : name };
    })
    .toSorted((a, b) => ORDER[a.state] - ORDER[b.state] || a.title.localeCompare(b.title));
}

const nameOf = ({ name, email }: ChatTeamMember): string => name || email;

/** How many of a department are there now. */
export function onlineIn(team: readonly ChatTeamMember[], department: string): number {
  return team.filter(({ state, departments }) => state === 'online' && departments.includes(department))
    .length;
}
