import { expect, it } from 'vitest';
import type { PartContext } from '../part.ts';
import { address } from './address.ts';

it.each([
  ['https://example.com/stats', 'https://example.com/stats/join?token=a'],
  ['https://stats.example.com', 'https://stats.example.com/join?token=a'],
  [null, 'http://127.0.0.1:8090/join?token=a'],
])('[W78] at %s links lead to %s', async (publicUrl, link) => {
  const opened = await address.open({ config: { publicUrl } } as PartContext);
  opened.listensAt('http://127.0.0.1:8090');
  expect(opened.linkTo('/join?token=a')).toBe(link);
});
