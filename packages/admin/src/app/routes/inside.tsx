/** What only those signed in may open: the frame around it, and the way to sign in. */
import { createRoute, redirect } from '@tanstack/react-router';
import { meQuery } from '../../api/account.ts';
import { DeskScope } from '../../chat/client-scope.tsx';
import { RouteFailure } from '../failure.tsx';
import { Frame } from '../frame.tsx';
import { root } from './root.ts';

export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context, location }) => {
    const me = await context.queries.ensureQueryData(meQuery);
    if (me === null)
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
    if (me.second_factor_needed) throw redirect({ to: '/second-factor', replace: true });
  },
  component: () => (
    <DeskScope>
      <Frame />
    </DeskScope>
  ),
  errorComponent: RouteFailure,
});
