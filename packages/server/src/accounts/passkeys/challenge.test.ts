/** Challenges of passkeys are ours, for one purpose, once, and not for long. */
import { beforeEach, expect, it } from 'vitest';
import { CHALLENGE_LIVES_MS, createChallenges, type Challenges } from './challenge.ts';

let now: number;
let challenges: Challenges;
beforeEach(() => {
  now = 1_790_000_000_000;
  challenges = createChallenges('secret', { now: () => now });
});
const make = (purpose: string): string => Buffer.from(challenges.make(purpose)).toString('base64url');

it('[A70] is taken once', () => {
  const challenge = make('sign-in');
  expect(challenges.use(challenge, 'sign-in')).toBe(true);
  expect(challenges.use(challenge, 'sign-in')).toBe(false);
  expect(challenges.use(make('sign-in'), 'sign-in')).toBe(true);
});

it('[A70] is taken for its purpose alone, by who has the secret, and in its time', () => {
  const challenge = make('register ann');
  expect(challenges.use(challenge, 'sign-in')).toBe(false);
  expect(challenges.use(challenge, 'register bob')).toBe(false);
  const others = createChallenges('another', { now: () => now });
  expect(others.use(challenge, 'register ann')).toBe(false);
  now += CHALLENGE_LIVES_MS + 1;
  expect(challenges.use(challenge, 'register ann')).toBe(false);
});

it('[A70] is nothing where any of its letters is another, or some are gone', () => {
  const challenge = make('sign-in');
  const broken = Array.from(challenge, (letter, at) => {
    const other = letter === 'A' ? 'Q' : 'A';
    return challenge.slice(0, at) + other + challenge.slice(at + 1);
  });
  const cut = Array.from(challenge, (_letter, at) => challenge.slice(0, at));
  for (const text of [...broken, ...cut, '', 'é', `${challenge}AAAA`]) {
    const bytes = Buffer.from(text, 'base64url');
    // The last letter holds bits that no byte has.
    if (bytes.equals(Buffer.from(challenge, 'base64url'))) continue;
    expect(challenges.use(text, 'sign-in')).toBe(false);
  }
});
