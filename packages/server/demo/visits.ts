/** Ninety days in the life of a shop, as the journal would have held them. Pure: the same seed, the same hits. */
import type { HitRecord } from '../src/collect/index.ts';
import { hitQuery } from './hit-query.ts';
import {
  CHANNELS,
  DEVICES,
  ENTRANCES,
  HOURS,
  INNER_PAGES,
  PLACES,
  type Channel,
  type Device,
} from './people.ts';
import { createChance, type Chance } from './random.ts';

export interface DemoShop {
  readonly counterId: number;
  /** Where the shop's pages stand, without a trailing slash. */
  readonly origin: string;
  /** Last moment of the history, milliseconds since the epoch. */
  readonly until: number;
  readonly days: number;
  readonly visitsADay: number;
}

export interface Visitor {
  readonly id: string;
  readonly device: Device;
  readonly country: string;
  readonly language: string;
}

const DAY_MS = 86_400_000;
const CHAT_ONLINE_HOURS = { from: 9, to: 21 };

/** Hits of one day each, oldest first. */
export function* generateDays(shop: DemoShop): Generator<HitRecord[]> {
  const chance = createChance(shop.counterId);
  const regulars: Visitor[] = [];
  const firstDay = Math.floor(shop.until / DAY_MS) - shop.days;
  for (let day = firstDay; day <= firstDay + shop.days; day++) {
    const hits: HitRecord[] = [];
    for (let left = visitsOn(chance, day, day - firstDay, shop); left > 0; left--) {
      const at = day * DAY_MS + hourOf(chance) * 3_600_000 + chance.between(0, 3_599_999);
      const visitor = chooseVisitor(chance, regulars, at);
      hits.push(...visit(chance, shop, visitor, at));
    }
    yield hits.filter((hit) => hit.t <= shop.until).toSorted((one, other) => one.t - other.t);
  }
}

/** More on weekdays, growing slowly, with weather. */
function visitsOn(chance: Chance, day: number, index: number, shop: DemoShop): number {
  const weekday = (day + 4) % 7;
  const week = weekday === 0 || weekday === 6 ? 0.72 : 1;
  const growth = 0.75 + (0.5 * index) / shop.days;
  return Math.round(shop.visitsADay * week * growth * (0.85 + chance.next() * 0.3));
}

function hourOf(chance: Chance): number {
  return chance.pick(HOURS.map((weight, hour) => [weight, hour] as const));
}

function chooseVisitor(chance: Chance, regulars: Visitor[], at: number): Visitor {
  if (regulars.length > 50 && chance.happens(0.28)) {
    const regular = regulars[chance.between(0, regulars.length - 1)];
    if (regular !== undefined) return regular;
  }
  const seconds = Math.floor(at / 1000);
  const visitor = {
    id: `${seconds}${chance.between(100_000_000, 999_999_999)}`,
    device: chance.pick(DEVICES),
    ...chance.pick(PLACES),
  };
  if (chance.happens(0.35)) regulars.push(visitor);
  return visitor;
}

function visit(chance: Chance, shop: DemoShop, visitor: Visitor, startedAt: number): HitRecord[] {
  const channel = chance.pick(CHANNELS);
  const report = createReporter(chance, shop, visitor, startedAt);
  const landing = chance.pick(ENTRANCES);
  report.view(landing.path + search(chance, channel), channel.referrer, landing.title);
  if (chance.happens(0.34)) return report.hits;

  let page = landing;
  for (let left = chance.between(1, 6); left > 0; left--) {
    report.wait(chance.between(8, 110));
    const next = chance.pick(INNER_PAGES);
    report.view(next.path, shop.origin + page.path, next.title);
    page = next;
  }
  chat(chance, channel, report, page.path, new Date(startedAt).getUTCHours());
  order(chance, channel, report, page.path);
  return report.hits;
}

/** At most one conversation a visit; who speaks first decides which goal it is. */
function chat(chance: Chance, channel: Channel, report: Reporter, path: string, hour: number): void {
  if (!chance.happens(0.075 * channel.eagerness)) return;
  report.wait(chance.between(5, 60));
  const online = hour >= CHAT_ONLINE_HOURS.from && hour < CHAT_ONLINE_HOURS.to;
  const event = online
    ? chance.pick([
        [48, 'Jivo_Client_initiate_chat'],
        [36, 'Jivo_Proactive_invitation_accepted'],
        [16, 'Jivo_Client_answer_on_agent_request'],
      ])
    : 'Jivo_Offline_message_sent';
  report.event(event, path);
  if (online && chance.happens(0.4)) report.event('Jivo_User_gave_contacts_during_chat', path);
}

function order(chance: Chance, channel: Channel, report: Reporter, path: string): void {
  if (!chance.happens(0.05 * channel.eagerness)) return;
  report.wait(chance.between(20, 180));
  report.view('/cart', '', 'Cart');
  report.wait(chance.between(30, 240));
  const price = chance.between(39, 189);
  report.event('order_sent', path, { order_price: price, currency: 'EUR' });
  report.view('/thanks', '', 'Thank you');
}

export function search(chance: Chance, channel: Channel): string {
  return channel.query === '' ? '' : `?${channel.query.replace('{click}', `c${chance.between(1e8, 1e9)}`)}`;
}

interface Reporter {
  readonly hits: HitRecord[];
  /** @param seconds of silence */
  wait(seconds: number): void;
  view(path: string, referrer: string, title: string): void;
  event(identifier: string, path: string, params?: Readonly<Record<string, unknown>>): void;
}

function createReporter(chance: Chance, shop: DemoShop, visitor: Visitor, startedAt: number): Reporter {
  const hits: HitRecord[] = [];
  const hid = chance.between(1, 2 ** 29);
  let at = startedAt;
  const send = (kind: string, pageUrl: string, referrer: string, title: string, params?: object) => {
    at += chance.between(200, 1500);
    const { id, language, device } = visitor;
    const query = hitQuery(
      {
        kind,
        pageUrl,
        referrer,
        title,
        visitor: { id, language, screen: device.screen },
        hid,
        count: hits.length + 1,
        at,
        params,
      },
      chance,
    );
    hits.push({
      k: 'h',
      c: shop.counterId,
      t: at,
      q: query.toString(),
      a: visitor.device.agent,
      v: visitor.id,
      g: visitor.country,
    });
  };
  return {
    hits,
    wait: (seconds) => {
      at += seconds * 1000;
    },
    view: (path, referrer, title) => send('pv:1', shop.origin + path, referrer, title),
    event: (identifier, path, params) =>
      send('ar:1', `goal://${new URL(shop.origin).hostname}/${identifier}`, shop.origin + path, '', params),
  };
}
