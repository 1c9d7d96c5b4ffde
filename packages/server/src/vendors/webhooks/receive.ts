/** One webhook at the door: whose it is, whether it is the vendor's, and what it says [C104, C107]. */
import type { Clock } from '../../kit/clock.ts';
import { isDeeperThan } from '../../kit/json/json-depth.ts';
import { createRateLimit } from '../../kit/limits/rate-limit.ts';
import type { Conversations } from './conversations.ts';
import type { Doors } from './doors.ts';
import { webhookOf } from './list.ts';
import { at } from './payload.ts';
import type { Signed, Told, VendorWebhook } from './webhook.ts';

export interface Webhook extends Signed {
  readonly vendor: string;
  readonly secret: string;
  /** Whose network it comes from. */
  readonly network: string;
  /** More was sent than is read at all; what there is of it is no body. */
  readonly isTooLarge?: boolean;
}

export interface WebhookAnswer {
  readonly status: 200 | 400 | 403 | 404 | 413 | 429;
  readonly message: string;
}

export interface ReceiveDeps {
  readonly doors: Pick<Doors, 'enter'>;
  readonly conversations: Pick<Conversations, 'take'>;
  /** Whether the counter is there and the vendor is not switched off; null: no such counter. */
  isOn(counterId: number, vendor: string): boolean | null;
  /** The id of a conversation without what is personal: some vendors take a phone or an address for it [P52]. */
  maskThread(counterId: number, thread: string): string;
  readonly clock: Clock;
  /** Counts for Collection health. */
  count(counterId: number, what: 'refused' | 'unmatched' | 'chat_value'): void;
  /** Hears that a webhook of the vendor was taken. Must not throw. */
  seen(counterId: number, vendor: string): void;
}

const MAX_WEBHOOK_BYTES = 256 * 1024;
const MAX_DEPTH = 30;
const REPLAY_MS = 3_600_000;
const WINDOW_MS = 10_000;
const PER_WINDOW = 600;
const MAX_THREAD = 64;
/** Of what is masked first: half an address would not be seen as one. */
const MAX_TOLD_THREAD = 512;
/** Of one webhook. */
const MOST_TOLD = 40;
const NO_DOOR: WebhookAnswer = { status: 404, message: 'There is no such webhook.' };

export type Receive = (webhook: Webhook) => Promise<WebhookAnswer>;

export function createReceive(deps: ReceiveDeps): Receive {
  const { doors, conversations, isOn, clock, count, seen } = deps;
  const may = createRateLimit(WINDOW_MS);

  return async (given) => {
    const { vendor, secret, network, body, isTooLarge = false } = given;
    const webhook = webhookOf(vendor);
    const counterId = Number(/^(\d{1,10})-[\w-]{20,64}$/.exec(secret)?.[1] ?? 0);
    const on = webhook === undefined ? null : isOn(counterId, vendor);
    if (webhook === undefined || on === null) return NO_DOOR;
    const refused = (answer: WebhookAnswer): WebhookAnswer => {
      count(counterId, 'refused');
      return answer;
    };
    if (!may(network, PER_WINDOW, clock.now()))
      return refused({ status: 429, message: 'Too many webhooks at once.' });
    const entered = await doors.enter(counterId, vendor, secret);
    if (entered === null) return refused(NO_DOOR);
    if (isTooLarge || body.length > MAX_WEBHOOK_BYTES)
      return refused({ status: 413, message: 'The webhook is too large.' });
    const forged = unlessOfVendor(webhook, given, entered.signing, clock.now());
    if (forged !== null) return refused(forged);
    const payload = parse(body);
    if (payload === undefined) return refused({ status: 400, message: 'The body is no JSON.' });
    seen(counterId, vendor);
    if (on) await takeAll(counterId, webhook, payload);
    return { status: 200, message: 'ok' };
  };

  async function takeAll(counterId: number, webhook: VendorWebhook, payload: unknown): Promise<void> {
    const all = webhook.read(payload).slice(0, MOST_TOLD);
    if (isOdd(webhook, payload, all)) count(counterId, 'chat_value');
    for (const told of all) await take(counterId, webhook.vendor, told);
  }

  async function take(counterId: number, vendor: string, told: Told): Promise<void> {
    if (told.thread === '') return;
    // As long as pages may tell it [W64].
    const thread = deps.maskThread(counterId, told.thread.slice(0, MAX_TOLD_THREAD));
    const cut = { ...told, thread: thread.slice(0, MAX_THREAD).toWellFormed() };
    if ((await conversations.take(counterId, vendor, cut)) === 'unmatched') count(counterId, 'unmatched');
  }
}

/** A vendor that changes its bodies would else fall silent without a word [C116]. */
const isOdd = ({ eventAt }: VendorWebhook, payload: unknown, all: readonly Told[]): boolean =>
  typeof at(payload, eventAt) !== 'string' ||
  all.some(({ thread, signal }) => thread === '' && signal !== 'known');

const UNSIGNED: WebhookAnswer = {
  status: 403,
  message: 'The webhook is not signed, or by another secret.',
};
const OLD: WebhookAnswer = {
  status: 403,
  message: 'The webhook was signed more than an hour ago, or ahead.',
};

/** Null where it is signed by what the owner has given, and lately, or nothing is to be signed. */
function unlessOfVendor(
  { signs, isSigned, signedAt }: VendorWebhook,
  request: Signed,
  secret: string | null,
  now: number,
): WebhookAnswer | null {
  if (secret === null) return signs === 'must' ? UNSIGNED : null;
  if (isSigned !== undefined && !isSigned(request, secret)) return UNSIGNED;
  const at = signedAt?.(request) ?? now;
  // A forger may send again what was caught; an hour is for clocks that go wrong, and for slow queues.
  return Math.abs(now - at) > REPLAY_MS ? OLD : null;
}

function parse(body: Buffer): unknown {
  const text = body.toString('utf8');
  if (isDeeperThan(text, MAX_DEPTH)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
