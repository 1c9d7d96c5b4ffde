/** Every address of the web app: the server gives its page at these and nowhere else. */

/** What a shared link opens, for people without an account. */
export const SHARED_PAGE = '/s/$token';

/** `$name` stands for one part of the path. A test of the admin holds its router against this list. */
export const ADMIN_PAGES = [
  '/',
  '/sign-in',
  '/setup',
  '/join',
  '/forgot',
  '/password',
  SHARED_PAGE,
  '/account',
  '/audit',
  '/counters',
  '/counters/new',
  '/chat',
  '/chat/users',
  '/chat/invitations',
  '/counter/$counterId',
  '/counter/$counterId/overview',
  '/counter/$counterId/conversions',
  '/counter/$counterId/report/$report',
  '/counter/$counterId/traffic',
  '/counter/$counterId/sources',
  '/counter/$counterId/visits',
  '/counter/$counterId/visitors/$visitor',
  '/counter/$counterId/funnels',
  '/counter/$counterId/retention',
  '/counter/$counterId/goals',
  '/counter/$counterId/goals/deleted',
  '/counter/$counterId/goals/new',
  '/counter/$counterId/goals/$goalId',
  '/counter/$counterId/settings',
  '/counter/$counterId/settings/chat',
  '/counter/$counterId/people',
  '/counter/$counterId/install',
  '/counter/$counterId/health',
  '/counter/$counterId/chat/inbox',
  '/counter/$counterId/chat/users',
  '/counter/$counterId/chat/invitations',
] as const;
