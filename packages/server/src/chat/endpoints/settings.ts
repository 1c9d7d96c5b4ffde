/** Chat settings and canned replies of a counter, and the few that the widget's launcher asks for. */
import {
  CannedReplies,
  ChatSettings,
  ChatSettingsAnswer,
  PublicChatSettings,
  type PublicChatSettings as PublicAnswer,
} from '@goalpost/contract/chat';
import { CONSENT_DEFAULTS, consentModeIn } from '@goalpost/contract/consent';
import { z } from 'zod';
import { defineEndpoint, RawBody, type Endpoint } from '../../kit/endpoint.ts';
import { problem } from '../../kit/problem.ts';
import { CounterParams } from '../../kit/schemas/counter-params.ts';
import type { CounterDirectory, Place } from '../../collect/index.ts';
import type { Availability } from '../operators/availability.ts';
import { heldPictures } from '../settings/held-pictures.ts';
import type { ChatDocuments, ChatStore, FileIndex } from '../port.ts';
import type { Presence } from '../presence/index.ts';
import { widgetSettings, type SettingsBook } from '../settings/settings.ts';

export interface SettingsEndpointDeps {
  readonly settings: SettingsBook;
  readonly availability: Pick<Availability, 'check' | 'isOnline'>;
  readonly directory: Pick<CounterDirectory, 'get'>;
  readonly place: Pick<Place, 'country'>;
  readonly presence: Pick<Presence, 'hadAnybody'>;
  readonly store: Pick<ChatStore, 'conversations'>;
  readonly files: Pick<FileIndex, 'hold'>;
  readonly documents: ChatDocuments;
  /** Whether the server sends e-mail at all. */
  readonly mailAvailable: boolean;
}

const BASE = '/api/v1/counters/:counterId/chat';

/** The launcher runs on other sites' pages. */
const OPEN_HEADERS = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
};
const cacheFor = (whom: 'public' | 'private') => ({ 'cache-control': `${whom}, max-age=60` });

export function settingsEndpoints(deps: SettingsEndpointDeps): Endpoint[] {
  const { settings, availability, documents, directory, mailAvailable } = deps;
  const mail = { available: mailAvailable };
  return [
    defineEndpoint({
      method: 'GET',
      url: `${BASE}/settings`,
      summary: 'Chat settings',
      tag: 'chat',
      auth: { counter: 'chat:read' },
      params: CounterParams,
      response: ChatSettingsAnswer,
      handle: async ({ params: { counterId } }) => ({
        settings: await settings.get(counterId),
        seen: await seen(deps, counterId),
        mail,
      }),
    }),
    defineEndpoint({
      method: 'PUT',
      url: `${BASE}/settings`,
      summary: 'Change chat settings; what is absent takes its default',
      tag: 'chat',
      auth: { counter: 'edit' },
      params: CounterParams,
      body: z.object({ settings: ChatSettings }),
      response: ChatSettingsAnswer,
      async handle({ params, body }) {
        await deps.files.hold(params.counterId, heldPictures(body.settings));
        await settings.save(params.counterId, body.settings);
        await availability.check([params.counterId]);
        return { settings: body.settings, seen: await seen(deps, params.counterId), mail };
      },
    }),
    defineEndpoint({
      method: 'GET',
      url: `${BASE}/canned`,
      summary: 'Canned replies',
      tag: 'chat',
      auth: { counter: 'chat:read' },
      params: CounterParams,
      response: CannedReplies,
      handle: async ({ params }) =>
        CannedReplies.safeParse(await documents.read(params.counterId, 'canned')).data ?? { canned: [] },
    }),
    defineEndpoint({
      method: 'PUT',
      url: `${BASE}/canned`,
      summary: 'Replace the canned replies',
      tag: 'chat',
      auth: { counter: 'edit' },
      params: CounterParams,
      body: CannedReplies,
      response: CannedReplies,
      async handle({ params, body }) {
        const shortcuts = body.canned.map(({ shortcut }) => shortcut.toLowerCase());
        if (new Set(shortcuts).size < shortcuts.length)
          return problem('invalid_parameter', 'Each shortcut may be there once.', 'canned');
        await documents.save(params.counterId, 'canned', body);
        return body;
      },
    }),
    defineEndpoint({
      method: 'GET',
      url: '/chat/v1/settings/:counterId',
      summary: 'What the chat widget needs to show itself',
      tag: 'chat',
      auth: 'public',
      params: CounterParams,
      query: z.object({ language: z.string().max(16).default('en') }),
      response: PublicChatSettings,
      async handle({ params: { counterId }, query }, { from }) {
        const config = directory.get(counterId);
        if (config === undefined || config.status === 'Deleted')
          return problem('not_found', 'There is no such counter.', 'counterId');
        const { consent = CONSENT_DEFAULTS } = config;
        const mode = consentModeIn(consent, deps.place.country(from?.address ?? ''));
        const answer: PublicAnswer = {
          settings: widgetSettings(await settings.get(counterId), query.language),
          online: await availability.isOnline(counterId),
          ...(mode === 'cookies' ? {} : { consent: mode }),
        };
        return new RawBody('application/json; charset=utf-8', JSON.stringify(answer), {
          ...OPEN_HEADERS,
          // It may differ by the country of the visitor.
          ...cacheFor(consent.countries.length > 0 ? 'private' : 'public'),
        });
      },
    }),
  ];
}

async function seen({ presence, store }: SettingsEndpointDeps, counterId: number): Promise<boolean> {
  if (presence.hadAnybody(counterId)) return true;
  return (await store.conversations({ counterIds: [counterId], limit: 1 })).length > 0;
}
