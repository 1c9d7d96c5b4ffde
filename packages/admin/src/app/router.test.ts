import { ADMIN_PAGES } from '@goalpost/contract/management';
import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { makeRouter } from './router.tsx';

it('the server knows every address of the router, and no other: ADMIN_PAGES in the contract lists them [W20]', () => {
  const addresses = Object.keys(makeRouter(new QueryClient()).routesByPath).map((path) =>
    path.replace(/(.)\/$/, '$1'),
  );
  expect([...new Set(addresses)].toSorted()).toEqual([...ADMIN_PAGES].toSorted());
});
