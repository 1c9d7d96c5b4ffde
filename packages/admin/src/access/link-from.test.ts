import { expect, it } from 'vitest';
import { linkFrom } from './link-from.ts';

it.each([
  ['http://127.0.0.1:8090/join?token=a', 'https://stats.example', 'https://stats.example/join?token=a'],
  ['http://localhost:8090/join?token=a', 'http://10.0.0.5:8090', 'http://10.0.0.5:8090/join?token=a'],
  ['https://stats.example/join?token=a', 'http://10.0.0.5:8090', 'https://stats.example/join?token=a'],
])('%s seen at %s', (url, origin, shown) => {
  expect(linkFrom(url, origin)).toBe(shown);
});
