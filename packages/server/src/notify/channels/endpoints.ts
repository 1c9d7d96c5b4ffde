/** A counter's channels over HTTP, for those who may edit it. */
import {
  ChannelInput,
  ChannelList,
  ChannelMade,
  MAX_CHANNELS,
  type Channel,
} from '@goalpost/contract/notices';
import { Success } from '@goalpost/contract/goals';
import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../kit/clock.ts';
import { defineEndpoint, type Endpoint, type EndpointContext } from '../../kit/endpoint.ts';
import { createRateLimit } from '../../kit/limits/rate-limit.ts';
import { problem, type Problem } from '../../kit/problem.ts';
import { CounterParams } from '../../kit/schemas/counter-params.ts';
import { plausibleAddress } from '../mail/mail-address.ts';
import { leadsToPrivate, type Resolve } from '../webhooks/addresses.ts';
import type { ChannelConfig } from './channel.ts';
import { CHANNELS } from './kinds.ts';
import type { ChannelRecord, NoticeStore } from './port.ts';
import type { NoticeSender } from './sender.ts';
import { testMessage } from './trial-message.ts';

export interface ChannelDeps {
  readonly store: NoticeStore;
  readonly sender: Pick<NoticeSender, 'work'>;
  readonly mailAvailable: boolean;
  readonly allowPrivate: boolean;
  readonly resolve: Resolve;
  readonly clock: Clock;
}

const ALL = '/api/v1/counters/:counterId/channels';
const OfChannel = CounterParams.extend({ channelId: z.string().max(64) });
/** Any owner can enter any address, so this server must not be made to ask it again and again. */
const MOST_TESTS = 20;
const WINDOW_MS = 60_000;
const edit = { tag: 'alerts', auth: { counter: 'edit' } } as const;

export function channelEndpoints(deps: ChannelDeps): Endpoint[] {
  const { store, sender, clock } = deps;
  const isAllowed = createRateLimit(WINDOW_MS);

  async function list(counterId: number): Promise<Channel[]> {
    const waiting = await store.waiting(counterId);
    return (await store.channels(counterId)).map((one) => shown(one, waiting.get(one.id) ?? 0));
  }

  async function test(counterId: number, channelId: string, { caller }: EndpointContext) {
    const askers = [`counter ${counterId}`, `account ${caller?.accountId ?? ''}`];
    if (!askers.every((asker) => isAllowed(asker, MOST_TESTS, clock.now())))
      return problem('quota_requests_by_uid', 'Too many tests were asked for. Wait a minute.');
    const channel = (await store.channels(counterId)).find(({ id }) => id === channelId);
    if (channel === undefined) return noSuchChannel();
    const message = testMessage(counterId, clock.now());
    await store.add([{ id: randomUUID(), counterId, channelId, message }], clock.now());
    await sender.work();
    const after = (await list(counterId)).find(({ id }) => id === channelId);
    return after === undefined ? noSuchChannel() : { channel: after, secret: '' };
  }

  return [
    defineEndpoint({
      ...edit,
      method: 'GET',
      url: ALL,
      summary: 'Channels that alerts and reports of a counter are sent by',
      params: CounterParams,
      response: ChannelList,
      handle: async ({ params }) => ({
        channels: await list(params.counterId),
        mail_available: deps.mailAvailable,
      }),
    }),
    defineEndpoint({
      ...edit,
      method: 'POST',
      url: ALL,
      summary: 'Add a channel; the answer shows the secret of a webhook this once',
      params: CounterParams,
      body: z.object({ channel: ChannelInput }),
      response: ChannelMade,
      handle: ({ params, body }) => add(deps, params.counterId, body.channel),
    }),
    defineEndpoint({
      ...edit,
      method: 'DELETE',
      url: `${ALL}/:channelId`,
      summary: 'Remove a channel; what waits for it is not sent',
      params: OfChannel,
      response: Success,
      handle: async ({ params }) =>
        (await store.removeChannel(params.counterId, params.channelId)) ? { success: true } : noSuchChannel(),
    }),
    defineEndpoint({
      ...edit,
      method: 'POST',
      url: `${ALL}/:channelId/test`,
      summary: 'Send a test by a channel, and say what came of it',
      params: OfChannel,
      response: ChannelMade,
      handle: ({ params }, context) => test(params.counterId, params.channelId, context),
    }),
  ];
}

async function add(deps: ChannelDeps, counterId: number, input: ChannelInput) {
  const { kind, name, ...said } = input;
  const secret = kind === 'webhook' ? `whsec_${randomBytes(24).toString('base64')}` : '';
  const config: ChannelConfig = secret === '' ? said : { ...said, secret };
  const refusal = await refuse(deps, config, kind);
  if (refusal !== null) return refusal;
  const channel: ChannelRecord = {
    id: randomUUID(),
    counterId,
    kind,
    name,
    config,
    createdAt: deps.clock.now(),
    failing: false,
    lastAnswer: '',
    lastAt: null,
  };
  if (!(await deps.store.addChannel(channel)))
    return problem('limit_exceeded', `A counter has at most ${MAX_CHANNELS} channels.`);
  return { channel: shown(channel, 0), secret };
}

async function refuse(
  { mailAvailable, allowPrivate, resolve }: ChannelDeps,
  config: ChannelConfig,
  kind: ChannelRecord['kind'],
): Promise<Problem | null> {
  if (kind === 'email') {
    if (!plausibleAddress(config['to'] ?? ''))
      return problem('invalid_parameter', 'This is no e-mail address.', 'channel.to');
    if (!mailAvailable)
      return problem(
        'invalid_parameter',
        'This server sends no e-mail: set GOALPOST_SMTP_URL.',
        'channel.to',
      );
  }
  const reached = CHANNELS[kind].reaches(config);
  if (reached === null) return null;
  const { hostname } = new URL(reached);
  if (!allowPrivate && (await leadsToPrivate(hostname, resolve)))
    return problem(
      'invalid_parameter',
      'The address leads into a private network, where messages may not go.',
      'channel.url',
    );
  return null;
}

const shown = (channel: ChannelRecord, waiting: number): Channel => ({
  id: channel.id,
  kind: channel.kind,
  name: channel.name,
  target: CHANNELS[channel.kind].target(channel.config),
  failing: channel.failing,
  last_answer: channel.lastAnswer,
  last_at: channel.lastAt === null ? null : new Date(channel.lastAt).toISOString(),
  waiting,
});

const noSuchChannel = (): Problem => problem('not_found', 'There is no such channel.', 'channelId');
