/** Other vendors' chats over HTTP: what was seen, the switches, and the events that an owner names. */
import {
  NamedEvents,
  VendorSettings,
  VendorSwitch,
  WebhookOpened,
  WebhookOpening,
} from '@goalpost/contract/vendors/settings';
import { z } from 'zod';
import { defineEndpoint, type Endpoint } from '../kit/endpoint.ts';
import { CounterParams } from '../kit/schemas/counter-params.ts';
import type { VendorChoices } from './choices.ts';

const OfVendor = CounterParams.extend({ vendor: z.string().max(40) });
const ALL = '/api/v1/counters/:counterId/vendors';

export function vendorEndpoints(choices: VendorChoices): Endpoint[] {
  return [
    defineEndpoint({
      method: 'GET',
      url: ALL,
      summary: 'Other vendors’ chats: which were seen, since when, and what their events can tell',
      tag: 'vendors',
      auth: { counter: 'view' },
      params: CounterParams,
      response: VendorSettings,
      handle: ({ params }) => choices.of(params.counterId),
    }),
    defineEndpoint({
      method: 'PUT',
      url: `${ALL}/:vendor`,
      summary: 'Count the events of a vendor, or no longer',
      tag: 'vendors',
      auth: { counter: 'edit' },
      params: OfVendor,
      body: VendorSwitch,
      response: VendorSettings,
      handle: ({ params, body }) => choices.switchOne(params.counterId, params.vendor, body.on),
    }),
    defineEndpoint({
      method: 'PUT',
      url: '/api/v1/counters/:counterId/vendor-events',
      summary: 'Name events of vendors without code; the list takes the place of the one before',
      tag: 'vendors',
      auth: { counter: 'edit' },
      params: CounterParams,
      body: NamedEvents,
      response: VendorSettings,
      handle: ({ params, body }) => choices.name(params.counterId, body.events),
    }),
    defineEndpoint({
      method: 'PUT',
      url: `${ALL}/:vendor/webhook`,
      summary: 'Take a vendor’s webhooks at a new address; an earlier one works no longer',
      tag: 'vendors',
      auth: { counter: 'edit' },
      params: OfVendor,
      body: WebhookOpening,
      response: WebhookOpened,
      handle: ({ params, body }) =>
        choices.openDoor(params.counterId, params.vendor, {
          signingSecret: body.signing_secret,
          tellsVisitor: body.tells_visitor,
        }),
    }),
    defineEndpoint({
      method: 'DELETE',
      url: `${ALL}/:vendor/webhook`,
      summary: 'Take a vendor’s webhooks no longer',
      tag: 'vendors',
      auth: { counter: 'edit' },
      params: OfVendor,
      response: VendorSettings,
      handle: ({ params }) => choices.closeDoor(params.counterId, params.vendor),
    }),
  ];
}
