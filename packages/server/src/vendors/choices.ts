/** Which vendors' chats are counted, and which events the owner has named: read, checked and changed, without HTTP. */
import { goalOf, tellings, VENDORS, vendorOf } from '@goalpost/contract/vendors';
import type { NamedEvent, VendorLine, VendorSettings } from '@goalpost/contract/vendors/settings';
import type { OtherChatChoices } from '../collect/index.ts';
import type { ConfigPublisher, CounterStore } from '../counters/index.ts';
import { catalogueEntry } from '../goals/index.ts';
import { createKeyedQueue } from '../kit/nodes/keyed-queue.ts';
import { isProblem, problem, type Problem } from '../kit/problem.ts';
import { originOf } from './origin.ts';
import type { Seen, Sightings } from './sightings.ts';
import type { Door, Doors } from './webhooks/doors.ts';
import { webhookOf } from './webhooks/list.ts';

export interface ChoicesDeps {
  readonly counters: Pick<CounterStore, 'get' | 'update'>;
  readonly publisher: ConfigPublisher;
  readonly sightings: Pick<Sightings, 'of'>;
  readonly doors: Pick<Doors, 'of' | 'open' | 'close'>;
  /** When webhooks came. */
  readonly webhooksSeen: Pick<Sightings, 'of'>;
  /** Of a path of this server. */
  linkTo(path: string): string;
}

export interface VendorChoices {
  of(counterId: number): Promise<VendorSettings | Problem>;
  switchOne(counterId: number, vendor: string, on: boolean): Promise<VendorSettings | Problem>;
  openDoor(counterId: number, vendor: string, opening: Opening): Promise<OpenedDoor | Problem>;
  closeDoor(counterId: number, vendor: string): Promise<VendorSettings | Problem>;
  name(counterId: number, events: readonly NamedEvent[]): Promise<VendorSettings | Problem>;
}

export interface Opening {
  readonly signingSecret: string | null;
  /** Whether the tag tells the vendor the visitor's number. */
  readonly tellsVisitor: boolean;
}

export interface OpenedDoor {
  readonly url: string;
  readonly settings: VendorSettings;
}

const NO_VENDOR = problem('not_found', 'There is no such vendor.', 'vendor');

export function createVendorChoices({
  counters,
  publisher,
  sightings,
  doors,
  webhooksSeen,
  linkTo,
}: ChoicesDeps): VendorChoices {
  // Of two switches at once, neither takes the other back.
  const turns = createKeyedQueue();

  async function standing(counterId: number): Promise<OtherChatChoices | Problem> {
    const counter = await counters.get(counterId);
    return counter?.status === 'Active'
      ? counter.otherChats
      : problem('not_found', `There is no counter ${counterId}.`, 'counterId');
  }

  async function shown(counterId: number, chosen: OtherChatChoices): Promise<VendorSettings> {
    const known = {
      seen: await sightings.of(counterId),
      webhooks: await webhooksSeen.of(counterId),
      doors: await doors.of(counterId),
      chosen,
    };
    const vendors = VENDORS.map((vendor) => lineOf(vendor, known)).toSorted(
      (a, b) => (b.last_seen_at ?? 0) - (a.last_seen_at ?? 0) || a.name.localeCompare(b.name),
    );
    return { vendors, events: [...chosen.events] };
  }

  const change = (
    counterId: number,
    changed: (before: OtherChatChoices) => OtherChatChoices | Promise<OtherChatChoices>,
  ): Promise<VendorSettings | Problem> =>
    turns.run(String(counterId), async () => {
      const before = await standing(counterId);
      if (isProblem(before)) return before;
      const otherChats = await changed(before);
      await counters.update(counterId, { otherChats });
      await publisher.publish(counterId);
      return shown(counterId, otherChats);
    });

  return {
    async of(counterId) {
      const chosen = await standing(counterId);
      return isProblem(chosen) ? chosen : shown(counterId, chosen);
    },
    async switchOne(counterId, vendor, on) {
      if (vendorOf(vendor) === undefined) return NO_VENDOR;
      return change(counterId, ({ off, ...rest }) => {
        const others = off.filter((one) => one !== vendor);
        return { ...rest, off: on ? others : [...others, vendor] };
      });
    },
    async openDoor(counterId, vendor, { signingSecret, tellsVisitor }) {
      const webhook = webhookOf(vendor);
      if (webhook === undefined) return NO_VENDOR;
      if (webhook.signs === 'must' && signingSecret === null)
        return wrong('signing_secret', 'this vendor signs its webhooks: give the secret that it signs with');
      if (webhook.signs === 'never' && signingSecret !== null)
        return wrong('signing_secret', 'this vendor does not sign its webhooks');
      if (tellsVisitor && vendorOf(vendor)?.hands === undefined)
        return wrong('tells_visitor', 'this vendor’s page API cannot be told a visitor’s number');
      let secret = '';
      const settings = await change(counterId, async (before) => {
        secret = await doors.open(counterId, vendor, signingSecret);
        const { doors: open = [], hands = [] } = without(before, vendor);
        return { ...before, doors: [...open, vendor], hands: tellsVisitor ? [...hands, vendor] : hands };
      });
      if (isProblem(settings)) return settings;
      return { url: linkTo(`/api/v1/vendors/${vendor}/webhook/${secret}`), settings };
    },
    async closeDoor(counterId, vendor) {
      if (webhookOf(vendor) === undefined) return NO_VENDOR;
      return change(counterId, async (before) => {
        await doors.close(counterId, vendor);
        return without(before, vendor);
      });
    },
    async name(counterId, events) {
      const checked = checkedEvents(events);
      return isProblem(checked) ? checked : change(counterId, (before) => ({ ...before, events: checked }));
    },
  };
}

const without = (choices: OtherChatChoices, vendor: string): OtherChatChoices => ({
  ...choices,
  doors: (choices.doors ?? []).filter((one) => one !== vendor),
  hands: (choices.hands ?? []).filter((one) => one !== vendor),
});

interface Known {
  readonly seen: Seen;
  readonly webhooks: Seen;
  readonly doors: Readonly<Record<string, Door>>;
  readonly chosen: OtherChatChoices;
}

function lineOf(vendor: (typeof VENDORS)[number], known: Known): VendorLine {
  const {
    seen,
    chosen: { off },
  } = known;
  const [first = null, last = null] = seen[vendor.id] ?? [];
  const { id, name, sure, checked, note = '' } = vendor;
  return {
    id,
    name,
    on: !off.includes(id),
    first_seen_at: first,
    last_seen_at: last,
    tells: tellings(vendor),
    sure,
    checked,
    note,
    webhook: webhookLine(vendor, known),
  };
}

function webhookLine(
  { id, hands }: (typeof VENDORS)[number],
  { doors, webhooks, chosen }: Known,
): VendorLine['webhook'] {
  const webhook = webhookOf(id);
  if (webhook === undefined) return null;
  const [first = null, last = null] = webhooks[id] ?? [];
  return {
    opened_at: doors[id]?.openedAt ?? null,
    signs: webhook.signs,
    is_signed: doors[id]?.isSigned ?? false,
    first_at: first,
    last_at: last,
    telling: hands === undefined ? 'cannot' : hands.replaces ? 'replaces' : 'adds',
    tells_visitor: (chosen.hands ?? []).includes(id),
  };
}

/** As they are kept, or what is wrong: a vendor, an outcome or an origin that is none, and the same event twice. */
function checkedEvents(events: readonly NamedEvent[]): NamedEvent[] | Problem {
  const known = new Set<string>();
  const checked: NamedEvent[] = [];
  for (const [index, given] of events.entries()) {
    const declared = vendorOf(given.vendor);
    if (declared === undefined) return wrong(`events.${index}.vendor`, 'there is no such vendor');
    const goal = goalOf(declared, given.event);
    if (catalogueEntry(goal) === undefined)
      return wrong(`events.${index}.event`, 'this vendor has no automatic goal of it');
    const origin = given.origin === '' ? '' : originOf(given.origin);
    if (origin === null)
      return wrong(
        `events.${index}.origin`,
        'an origin such as https://quiz.example, or a host such as quiz.example, is needed',
      );
    const key = JSON.stringify([goal, given.by, given.what, origin]);
    if (known.has(key)) return wrong(`events.${index}.what`, 'this event is named twice');
    known.add(key);
    checked.push({ ...given, origin });
  }
  return checked;
}

const wrong = (location: string, why: string): Problem =>
  problem('invalid_parameter', `Wrong value of "${location}": ${why}.`, location);
