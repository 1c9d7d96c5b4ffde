/** Who may answer visitors, as the chat asks for it. */
import { may } from '@goalpost/contract/management';
import type { Accounts } from '../../accounts/index.ts';
import type { CounterStore } from '../../counters/index.ts';
import type { Permission } from '../../kit/endpoint.ts';

export function operatorAccess(
  store: CounterStore,
  { loginOf, nameOf }: Pick<Accounts, 'loginOf' | 'nameOf'>,
) {
  return {
    async permission(accountId: string, counterId: number): Promise<Permission | null> {
      const held = await store.permission(accountId, counterId);
      return may(held, 'chat:read') ? held : null;
    },
    async countersOf(accountId: string): Promise<ReadonlyMap<number, Permission>> {
      const visible = await store.visibleTo(accountId);
      return new Map(
        visible
          // Who reads nothing of the chat has no part in it at all.
          .filter(({ counter, permission }) => counter.status === 'Active' && may(permission, 'chat:read'))
          .map(({ counter, permission }) => [counter.id, permission]),
      );
    },
    async whoAnswers(counterId: number): Promise<readonly string[]> {
      const allowed = await store.accountsOf(counterId);
      return allowed
        .filter(({ permission }) => may(permission, 'chat:answer'))
        .map(({ accountId }) => accountId);
    },
    loginOf,
    nameOf,
  };
}
