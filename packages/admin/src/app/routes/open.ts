/** Addresses that are open to people who have not signed in. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { SSO_REFUSALS, type SsoRefusal } from '../../api/sign-in/sso.ts';
import { root } from './root.ts';
import { withWords } from '../../i18n/i18n.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** An address of this app; `//host` and `/\\host` lead elsewhere. */
const INSIDE = /^\/(?![/\\])/;

function refusalIn(value: unknown): { sso?: SsoRefusal } {
  const sso = SSO_REFUSALS.find((one) => one === value);
  return sso === undefined ? {} : { sso };
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string; code?: true; sso?: SsoRefusal } => ({
    ...(INSIDE.test(text(search['next'])) && { next: text(search['next']) }),
    // The password was right a moment ago.
    ...(search['code'] === true && { code: true }),
    ...refusalIn(search['sso']),
  }),
  component: lazyRouteComponent(
    withWords(['access', 'account', 'passkeys', 'secondFactor'], () => import('../../account/sign-in.tsx')),
    'SignIn',
  ),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: (search: Record<string, unknown>): { token: string } => ({ token: text(search['token']) }),
  component: lazyRouteComponent(
    withWords(['account'], () => import('../../account/setup.tsx')),
    'Setup',
  ),
});

const withToken = (search: Record<string, unknown>): { token: string } => ({ token: text(search['token']) });

const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  validateSearch: withToken,
  component: lazyRouteComponent(
    withWords(['access', 'account'], () => import('../../access/join.tsx')),
    'Join',
  ),
});

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot',
  component: lazyRouteComponent(
    withWords(['access', 'account'], () => import('../../access/forgot-password.tsx')),
    'ForgotPassword',
  ),
});

const newPassword = createRoute({
  getParentRoute: () => root,
  path: '/password',
  validateSearch: withToken,
  component: lazyRouteComponent(
    withWords(['access', 'account'], () => import('../../access/new-password.tsx')),
    'NewPassword',
  ),
});

const takeAddress = createRoute({
  getParentRoute: () => root,
  path: '/new-address',
  validateSearch: withToken,
  component: lazyRouteComponent(
    withWords(['access', 'account'], () => import('../../access/take-address.tsx')),
    'TakeAddress',
  ),
});

const secondFactor = createRoute({
  getParentRoute: () => root,
  path: '/second-factor',
  component: lazyRouteComponent(
    withWords(
      ['access', 'account', 'secondFactor'],
      () => import('../../account/second-factor/needed-page.tsx'),
    ),
    'FactorNeededPage',
  ),
});

const shared = createRoute({
  getParentRoute: () => root,
  path: '/s/$token',
  component: lazyRouteComponent(
    withWords(['account', 'shares'], () => import('../../shared/shared-page.tsx')),
    'SharedPage',
  ),
});

export const openRoutes = [
  signIn,
  setup,
  join,
  forgotPassword,
  newPassword,
  takeAddress,
  secondFactor,
  shared,
] as const;
