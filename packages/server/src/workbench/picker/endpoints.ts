/** Picking on the page over HTTP: a signed link, and what was chosen by it. */
import { PickerChoice, PickerInput, PickerLink } from '@goalpost/contract/workbench';
import { z } from 'zod';
import { linkToSite, type GoalManagementDeps } from '../../counters/index.ts';
import type { Clock } from '../../kit/clock.ts';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import { problem } from '../../kit/problem.ts';
import { CounterParams } from '../../kit/schemas/counter-params.ts';
import type { Picker } from './picker.ts';
import type { PickerLinks } from './links.ts';

export interface PickerEndpointDeps extends Pick<GoalManagementDeps, 'counters'> {
  readonly links: PickerLinks;
  readonly picker: Pick<Picker, 'chosen'>;
  readonly clock: Clock;
}

const URL = '/api/v1/counters/:counterId/picker';
const WHY = {
  forged: 'this link was not made here.',
  other_counter: 'this link is of another counter.',
  old: 'this link has ended: make a new one.',
} as const;

export function pickerEndpoints({ counters, links, picker, clock }: PickerEndpointDeps): Endpoint[] {
  return [
    defineEndpoint({
      method: 'POST',
      asks: true,
      url: URL,
      summary: 'A link to the site by which its owner picks the form or button of a goal',
      tag: 'goals',
      auth: { counter: 'edit' },
      params: CounterParams,
      body: PickerInput,
      response: PickerLink,
      async handle({ params: { counterId }, body }) {
        const counter = await counters.get(counterId);
        if (counter?.status !== 'Active')
          return problem('not_found', `There is no counter ${counterId}.`, 'counterId');
        const { token, expiresAt } = links.issue(counterId, body, clock.now());
        return { token, url: linkToSite(counter.site, '_gp_pick', token), expires_at: expiresAt };
      },
    }),
    defineEndpoint({
      method: 'GET',
      url: URL,
      summary: 'What was picked on the page by a link',
      tag: 'goals',
      auth: { counter: 'edit' },
      params: CounterParams,
      query: z.object({ token: z.string().max(200) }),
      response: PickerChoice,
      async handle({ params: { counterId }, query: { token } }) {
        const link = links.read(token, counterId, clock.now());
        if (typeof link === 'string') return problem('invalid_parameter', `token: ${WHY[link]}`, 'token');
        return { expires_at: link.expiresAt, chosen: picker.chosen(token) };
      },
    }),
  ];
}
