/** Under which name an operator speaks on a counter. */
import type { Operator } from '../conversation/index.ts';
import type { OperatorAccess } from '../outward.ts';
import type { SettingsBook } from '../settings/settings.ts';

interface NameDeps {
  readonly settings: Pick<SettingsBook, 'get'>;
  readonly access: Pick<OperatorAccess, 'loginOf' | 'nameOf'>;
}

/** @returns null where there is no such account */
export async function operatorOf(
  { settings, access }: NameDeps,
  counterId: number,
  accountId: string,
): Promise<Operator | null> {
  const { operators } = await settings.get(counterId);
  const named = operators.find(({ id, name }) => id === accountId && name !== '');
  if (named !== undefined) return { id: accountId, name: named.name };
  const login = await access.loginOf(accountId);
  return login === null ? null : { id: accountId, name: await ownName(access, accountId, login) };
}

/** What they call themselves, where the counter's settings do not say otherwise. */
export async function ownName(
  access: Pick<OperatorAccess, 'nameOf'>,
  accountId: string,
  login: string,
): Promise<string> {
  return (await access.nameOf?.(accountId)) ?? nameOfLogin(login);
}

/** What stands before the `@`: the address itself is not for visitors. */
function nameOfLogin(login: string): string {
  const [name = ''] = login.split('@');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
