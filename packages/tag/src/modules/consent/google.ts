/** Google consent mode: `gtag('consent', 'default' | 'update', { analytics_storage })` in the data layer. */
import { follow } from '../../shared/follow.ts';
import { own } from '../../shared/values.ts';
import type { Module } from '../../shared/model.ts';

export const google: Module = (counter) => {
  const globals = window as unknown as { dataLayer?: unknown[] };
  follow((globals.dataLayer ??= []), (item) => {
    const call = own(item);
    const told = own(call[2]);
    // A default for some regions says nothing of this one.
    if (call[0] === 'consent' && told['analytics_storage'] && !told['region'])
      counter._consent!(told['analytics_storage'] === 'granted');
  })();
};
