/** What the operator chose for this browser: sound and notices, both on until switched off. */
export type Choice = 'sound' | 'notices';

const nameOf = (choice: Choice): string => `goalpost.chat.${choice}`;

export const chosen = (choice: Choice): boolean => localStorage.getItem(nameOf(choice)) !== 'off';

export function choose(choice: Choice, on: boolean): void {
  if (on) localStorage.removeItem(nameOf(choice));
  else localStorage.setItem(nameOf(choice), 'off');
}
