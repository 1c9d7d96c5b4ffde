/** The one-time setup link: its holder makes the first owner's account. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { defineEndpoint, type Endpoint } from '../kit/endpoint.ts';
import { problem, type Problem } from '../kit/problem.ts';
import type { People, Person } from './people.ts';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './password.ts';
import { LANGUAGES, type Language } from './sign-in.ts';
import { sha256 } from './tokens.ts';

export interface SetupAnswers {
  readonly token: string;
  readonly email: string;
  readonly password: string;
  readonly language: Language;
}

export interface Setup {
  /** Told once, at start; null where there is an owner who can sign in. */
  readonly token: string | null;
  needed(): Promise<boolean>;
  /** The link works once. */
  use(answers: SetupAnswers): Promise<Person | Problem>;
}

export async function createSetup(people: People): Promise<Setup> {
  const token = (await people.ownerCanSignIn()) ? null : randomBytes(32).toString('base64url');
  const digest = token === null ? null : Buffer.from(sha256(token));
  const ownerIsThere = problem('conflict', 'There is an owner already: sign in instead.');
  // Set before anything is awaited: of two who open the link at once, one is the owner.
  let running = false;
  return {
    token,
    needed: async () => !running && !(await people.ownerCanSignIn()),
    use: async ({ token: given, email, password, language }) => {
      if (!digest || !timingSafeEqual(Buffer.from(sha256(given)), digest)) {
        return problem(
          'invalid_token',
          'This setup link does not work. Take the newest one from the log.',
          'token',
        );
      }
      if (running) return ownerIsThere;
      running = true;
      try {
        if (await people.ownerCanSignIn()) return ownerIsThere;
        const owner = await people.setUpOwner(email, password, language);
        return owner ?? problem('conflict', 'Somebody else has this address here: take another.', 'email');
      } finally {
        running = false;
      }
    },
  };
}

const SetupBody = z
  .object({
    token: z.string().min(1).max(200),
    email: z.email('an e-mail address is needed').max(255),
    password: z.string().min(MIN_PASSWORD_LENGTH).max(MAX_PASSWORD_LENGTH),
    language: z.enum(LANGUAGES).default('en'),
  })
  .meta({ id: 'SetupInput' });

export function setupEndpoints(setup: Setup): Endpoint[] {
  return [
    defineEndpoint({
      method: 'GET',
      url: '/api/v1/setup',
      summary: 'Whether the first owner is still to be made',
      tag: 'accounts',
      auth: 'public',
      response: z.object({ needed: z.boolean() }),
      handle: async () => ({ needed: await setup.needed() }),
    }),
    defineEndpoint({
      method: 'POST',
      url: '/api/v1/setup',
      summary: 'Make the first owner with the one-time setup link',
      tag: 'accounts',
      auth: 'public',
      body: SetupBody,
      response: z.object({ login: z.string() }),
      handle: async ({ body }) => {
        const made = await setup.use({ ...body, email: body.email.toLowerCase() });
        return 'login' in made ? { login: made.login } : made;
      },
    }),
  ];
}
