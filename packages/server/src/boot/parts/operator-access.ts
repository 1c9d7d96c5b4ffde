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
    permission: (accountId: string, counterId: number) => store.permission(accountId, counterId),
    async countersOf(accountId: string): Promise<ReadonlyMap<number, Permission>> {
      const visible = await store.visibleTo(accountId);
      return new Map(
        visible
          .filter(({ counter }) => counter.status === 'Active')
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
