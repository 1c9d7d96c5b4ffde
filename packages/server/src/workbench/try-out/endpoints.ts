/** The test mode over HTTP: a signed link for the owner's own browser, and what became of its hits. */
import { TestModeFeed, TestModeLink, type TestedHit } from '@goalpost/contract/workbench';
import { z } from 'zod';
import { linkToSite, type GoalManagementDeps } from '../../counters/index.ts';
import type { Clock } from '../../kit/clock.ts';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import { createPauses } from '../../kit/pauses.ts';
import { problem } from '../../kit/problem.ts';
import { CounterParams } from '../../kit/schemas/counter-params.ts';
import { explain, type Surroundings } from './explain.ts';
import type { TestTokens } from './tokens.ts';
import type { Trial, Trials } from './trials.ts';

export interface TestModeDeps extends Pick<GoalManagementDeps, 'counters' | 'goals'> {
  readonly tokens: TestTokens;
  readonly trials: Trials;
  readonly clock: Clock;
}

const URL = '/api/v1/counters/:counterId/test-mode';
const noCounter = (id: number) => problem('not_found', `There is no counter ${id}.`, 'counterId');

export function testModeEndpoints({ counters, goals, tokens, trials, clock }: TestModeDeps): Endpoint[] {
  return [
    defineEndpoint({
      method: 'POST',
      asks: true,
      url: URL,
      summary: 'A link by which a browser tries goals out',
      tag: 'goals',
      auth: { counter: 'view' },
      params: CounterParams,
      response: TestModeLink,
      async handle({ params: { counterId } }) {
        const counter = await counters.get(counterId);
        if (counter?.status !== 'Active') return noCounter(counterId);
        const { token, expiresAt } = tokens.issue(counterId, clock.now());
        return { token, url: linkToSite(counter.site, '_gp_test', token), expires_at: expiresAt };
      },
    }),
    defineEndpoint({
      method: 'GET',
      url: URL,
      summary: 'The hits of the browser that tries goals out, and why each goal was reached or was not',
      tag: 'goals',
      auth: { counter: 'view' },
      params: CounterParams,
      query: z.object({ token: z.string().max(200), lang: z.enum(['en', 'ru']).default('en') }),
      response: TestModeFeed,
      async handle({ params: { counterId }, query: { token, lang } }) {
        const counter = await counters.get(counterId);
        if (counter?.status !== 'Active') return noCounter(counterId);
        const expiry = tokens.expiryOf(token, counterId);
        if (expiry === null)
          return problem(
            'invalid_parameter',
            'token: this link was not made here for this counter.',
            'token',
          );
        if (expiry <= clock.now())
          return problem('invalid_parameter', 'token: this link has ended: make a new one.', 'token');
        const surroundings = {
          goals: await goals.list(counterId, true),
          autogoals: counter.autogoals,
          currency: counter.currency,
          language: lang,
        };
        const pause = createPauses();
        const hits: TestedHit[] = [];
        for (const trial of trials.of(token)) {
          await pause();
          hits.push(tested(trial, surroundings));
        }
        return { expires_at: expiry, hits };
      },
    }),
  ];
}

function tested(trial: Trial, surroundings: Surroundings): TestedHit {
  if (trial.refused) {
    const { at, url, reason } = trial;
    return { at, kind: 'view', identifier: '', url, page: url, refused: true, refused_by: reason, goals: [] };
  }
  const { at, kind, identifier, url, tried } = trial.hit;
  const found = explain(trial.hit, surroundings);
  return { at, kind, identifier, url, page: tried.page, refused: false, goals: found };
}
