/** One visit as bytes, and back. What is mostly the same, or near to something else, takes a byte or two. */
import { NO_MEMORY } from '../../../goals/index.ts';
import { listed, unlisted, type ClientValues } from '../../decode/client.ts';
import type { PastVisits, Source, TrafficSource } from '../../ports.ts';
import { clientOf, type Client } from '../../steps/client.ts';
import { agentOf, type Agent } from '../../steps/device/agent.ts';
import type { AgentFields } from '../../steps/device/agent-fields.ts';
import type { Visit } from '../visit.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';
import {
  readAwaited,
  readOrders,
  readReaches,
  readSteps,
  writeAwaited,
  writeOrders,
  writeReaches,
  writeSteps,
} from './goal-bytes.ts';
import { Parsed } from './parsed.ts';

const NOT_BOUNCE = 1;
const ROBOT = 2;
const ENDS_WHERE_IT_STARTS = 4;
const HAS_PAST = 8;
const HAS_REACHES = 16;
const HAS_STEPS = 32;
const HAS_AWAITED = 64;
const HAS_ACTIVE = 128;
const HAS_ORDERS = 256;

type SourceValues = [
  trafficSource: TrafficSource,
  sourceEngine: string,
  searchPhrase: string,
  utmSource: string,
  utmMedium: string,
  utmCampaign: string,
  utmContent: string,
  utmTerm: string,
  from: string,
  openstat: string,
  profile: string,
  gclid: boolean,
];

export interface VisitBytes {
  write(writer: ByteWriter, visit: Visit): void;
  read(reader: ByteReader, visitor: string): Visit;
}

export function createVisitBytes(): VisitBytes {
  const agents = new Parsed<Agent>(
    (text) => agentOf(JSON.parse(text) as AgentFields),
    (agent) => {
      const { encoded: _, ...fields } = agent;
      return JSON.stringify(fields);
    },
  );
  const clients = new Parsed<Client>(
    (text) => clientOf(unlisted(JSON.parse(text) as ClientValues)),
    (client) => JSON.stringify(listed(client)),
  );
  const sources = new Parsed<Source>(parseSource, printSource);

  function writePast(writer: ByteWriter, past: PastVisits): void {
    writer.number(past.visits);
    writer.number(past.firstVisitAt);
    writer.signed(past.lastVisitAt - past.firstVisitAt);
    writer.signed(past.significantAt - past.firstVisitAt);
    writer.shared(sources.text(past.first));
    writer.shared(sources.text(past.significant));
  }

  function readPast(reader: ByteReader): PastVisits {
    const visits = reader.number();
    const firstVisitAt = reader.number();
    const lastVisitAt = firstVisitAt + reader.signed();
    const significantAt = firstVisitAt + reader.signed();
    const first = sources.value(reader.text());
    return {
      visits,
      firstVisitAt,
      lastVisitAt,
      first,
      significant: sources.value(reader.text()),
      significantAt,
    };
  }

  return {
    write(writer, visit) {
      const { startedAt, past, reaches, goalMemory, awaited } = visit;
      const sameEnd = visit.endUrl === visit.startUrl;
      const steps = Object.entries(goalMemory);
      writer.number(flagsOf(visit));
      writer.id(visit.id);
      writer.number(visit.segment);
      writer.number(visit.openedOn);
      writer.number(visit.version);
      writer.number(startedAt);
      writer.number(visit.endedAt - startedAt);
      writer.signed(visit.lastArrival - startedAt);
      writer.number(visit.hits);
      writer.number(visit.views);
      if (visit.activeSeconds > 0) writer.number(visit.activeSeconds);
      writer.signed(visit.entryAt - startedAt * 1_000);
      writer.signed(visit.exitAt - startedAt * 1_000);
      writer.shared(visit.startUrl);
      if (!sameEnd) writer.shared(visit.endUrl);
      writer.shared(visit.referrer);
      writer.shared(sources.text(visit.source));
      writer.shared(agents.text(visit.agent));
      writer.shared(clients.text(visit.client));
      writer.text(visit.userId);
      writer.text(visit.params);
      writer.text(visit.country);
      writer.shared(visit.language);
      writer.number(visit.screenWidth);
      writer.number(visit.screenHeight);
      if (past !== null) writePast(writer, past);
      if (reaches !== null) writeReaches(writer, reaches, startedAt);
      if (steps.length > 0) writeSteps(writer, steps, startedAt);
      if (awaited !== null) writeAwaited(writer, awaited, startedAt);
      if (visit.orders !== null) writeOrders(writer, visit.orders);
    },
    /** Written out, in the order of `openVisit`, so that all visits are of one shape in memory. */
    read(reader, visitor) {
      const flags = reader.number();
      const id = reader.id();
      const segment = reader.number();
      const openedOn = reader.number();
      const version = reader.number();
      const startedAt = reader.number();
      const endedAt = startedAt + reader.number();
      const lastArrival = startedAt + reader.signed();
      const hits = reader.number();
      const views = reader.number();
      const activeSeconds = (flags & HAS_ACTIVE) === 0 ? 0 : reader.number();
      const entryAt = startedAt * 1_000 + reader.signed();
      const exitAt = startedAt * 1_000 + reader.signed();
      const startUrl = reader.text();
      const endUrl = (flags & ENDS_WHERE_IT_STARTS) === 0 ? reader.text() : startUrl;
      const referrer = reader.text();
      const source = sources.value(reader.text());
      const agent = agents.value(reader.text());
      const client = clients.value(reader.text());
      const userId = reader.text();
      const params = reader.text();
      const country = reader.text();
      const language = reader.text();
      const screenWidth = reader.number();
      const screenHeight = reader.number();
      return {
        id,
        visitor,
        robot: (flags & ROBOT) !== 0,
        segment,
        openedOn,
        version,
        startedAt,
        endedAt,
        lastArrival,
        hits,
        views,
        notBounce: (flags & NOT_BOUNCE) !== 0,
        activeSeconds,
        entryAt,
        exitAt,
        startUrl,
        referrer,
        source,
        endUrl,
        userId,
        params,
        agent,
        client,
        country,
        language,
        screenWidth,
        screenHeight,
        past: (flags & HAS_PAST) === 0 ? null : readPast(reader),
        reaches: (flags & HAS_REACHES) === 0 ? null : readReaches(reader, startedAt),
        goalMemory: (flags & HAS_STEPS) === 0 ? NO_MEMORY : readSteps(reader, startedAt),
        awaited: (flags & HAS_AWAITED) === 0 ? null : readAwaited(reader, startedAt),
        orders: (flags & HAS_ORDERS) === 0 ? null : readOrders(reader),
        earlier: null,
        touchedBy: -1,
      };
    },
  };
}

/** What is yes or no, and what follows in the record. */
function flagsOf(visit: Visit): number {
  return (
    (visit.notBounce ? NOT_BOUNCE : 0) +
    (visit.robot ? ROBOT : 0) +
    (visit.endUrl === visit.startUrl ? ENDS_WHERE_IT_STARTS : 0) +
    (visit.past === null ? 0 : HAS_PAST) +
    (visit.reaches === null ? 0 : HAS_REACHES) +
    (Object.keys(visit.goalMemory).length === 0 ? 0 : HAS_STEPS) +
    (visit.awaited === null ? 0 : HAS_AWAITED) +
    (visit.activeSeconds === 0 ? 0 : HAS_ACTIVE) +
    (visit.orders === null ? 0 : HAS_ORDERS)
  );
}

const SOURCE_FIELDS = [
  'trafficSource',
  'sourceEngine',
  'searchPhrase',
  'utmSource',
  'utmMedium',
  'utmCampaign',
  'utmContent',
  'utmTerm',
  'from',
  'openstat',
  'profile',
  'gclid',
] as const satisfies readonly (keyof Source)[];

const printSource = (source: Source): string => JSON.stringify(SOURCE_FIELDS.map((name) => source[name]));

function parseSource(text: string): Source {
  const values = JSON.parse(text) as SourceValues;
  return {
    trafficSource: values[0],
    sourceEngine: values[1],
    searchPhrase: values[2],
    utmSource: values[3],
    utmMedium: values[4],
    utmCampaign: values[5],
    utmContent: values[6],
    utmTerm: values[7],
    from: values[8],
    openstat: values[9],
    profile: values[10],
    gclid: values[11],
  };
}
