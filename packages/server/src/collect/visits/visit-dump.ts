/** Visits as lines of a checkpoint. What visits share is written once, before the first that needs it. */
import { NO_MARKS, type PastVisits, type Source } from '../ports.ts';
import type { ClientFields } from '../decode/client.ts';
import { clientOf, UNKNOWN_CLIENT, type Client } from '../steps/client.ts';
import { agentOf, type Agent, type KeptAgent } from '../steps/device/agent.ts';
import type { KeptVisit } from './kept-visit.ts';
import { fromVersion1 } from './visit-dump-1.ts';
import type { Visit } from './visit.ts';

/** Of the lines of a whole checkpoint; earlier ones are read, too. */
export const DUMP_VERSION = 3;

type KeptPast = readonly [
  visits: number,
  firstVisitAt: number,
  lastVisitAt: number,
  first: number,
  significant: number,
  significantAt: number,
];

export type VisitLine =
  | readonly ['agent', number: number, KeptAgent]
  | readonly ['client', number: number, ClientFields]
  | readonly ['source', number: number, Source]
  | readonly [
      'visit',
      counterId: number,
      agent: number,
      source: number,
      past: KeptPast | null,
      KeptVisit,
      client?: number,
    ];

export function createVisitWriter(): (counterId: number, visit: Visit) => Iterable<VisitLine> {
  const agents = new Map<Agent, number>();
  const clients = new Map<Client, number>();
  const sources = new Map<string, number>();

  function* agentNumber(agent: Agent): Generator<VisitLine, number> {
    const known = agents.get(agent);
    if (known !== undefined) return known;
    agents.set(agent, agents.size);
    const { encoded: _, ...fields } = agent;
    yield ['agent', agents.size - 1, fields];
    return agents.size - 1;
  }

  function* clientNumber(client: Client): Generator<VisitLine, number> {
    const known = clients.get(client);
    if (known !== undefined) return known;
    clients.set(client, clients.size);
    const { encoded: _, ...fields } = client;
    yield ['client', clients.size - 1, fields];
    return clients.size - 1;
  }

  function* sourceNumber(source: Source): Generator<VisitLine, number> {
    const key = JSON.stringify(source);
    const known = sources.get(key);
    if (known !== undefined) return known;
    sources.set(key, sources.size);
    yield ['source', sources.size - 1, source];
    return sources.size - 1;
  }

  function* keptPast(past: PastVisits | null): Generator<VisitLine, KeptPast | null> {
    if (past === null) return null;
    const first = yield* sourceNumber(past.first);
    const significant = yield* sourceNumber(past.significant);
    return [past.visits, past.firstVisitAt, past.lastVisitAt, first, significant, past.significantAt];
  }

  return function* write(counterId, visit) {
    const { agent, source, client, past } = visit;
    const clientPlace = yield* clientNumber(client);
    const agentPlace = yield* agentNumber(agent);
    const sourcePlace = yield* sourceNumber(source);
    yield ['visit', counterId, agentPlace, sourcePlace, yield* keptPast(past), keptOf(visit), clientPlace];
  };
}

export interface FoundVisit {
  readonly counterId: number;
  readonly visit: Visit;
}

/**
 * The reader of one dump; null for lines that are no visits of their own.
 * @param version of the dump
 */
export function createVisitReader(version = DUMP_VERSION): (line: VisitLine) => FoundVisit | null {
  const agents: Agent[] = [];
  const clients: Client[] = [];
  const sources: Source[] = [];

  const pastOf = (kept: KeptPast | null): PastVisits | null => {
    if (kept === null) return null;
    const [visits, firstVisitAt, lastVisitAt, first, significant, significantAt] = kept;
    return {
      visits,
      firstVisitAt,
      lastVisitAt,
      first: at(sources, first),
      significant: at(sources, significant),
      significantAt,
    };
  };

  return (line) => {
    if (line[0] === 'agent') agents[line[1]] = agentOf(line[2]);
    else if (line[0] === 'client') clients[line[1]] = clientOf(line[2]);
    else if (line[0] === 'source') sources[line[1]] = { ...NO_MARKS, ...line[2] };
    else {
      const [, counterId, agent, source, past, kept, client] = line;
      const [shared, sharedSource] = [at(agents, agent), at(sources, source)];
      const known = version === 1 ? fromVersion1(kept) : kept;
      return {
        counterId,
        visit: visitOf(
          known,
          shared,
          sharedSource,
          pastOf(past),
          client === undefined ? UNKNOWN_CLIENT : at(clients, client),
        ),
      };
    }
    return null;
  };
}

function at<T>(list: readonly T[], place: number): T {
  const found = list[place];
  if (found === undefined) throw new Error('a visit of the checkpoint refers to what is not in it');
  return found;
}

function keptOf(visit: Visit): KeptVisit {
  return [
    visit.id,
    visit.visitor,
    visit.robot,
    visit.segment,
    visit.openedOn,
    visit.version,
    visit.startedAt,
    visit.endedAt,
    visit.lastArrival,
    visit.hits,
    visit.views,
    visit.notBounce,
    visit.entryAt,
    visit.exitAt,
    visit.startUrl,
    visit.referrer,
    visit.endUrl,
    visit.userId,
    visit.params,
    visit.country,
    visit.language,
    visit.screenWidth,
    visit.screenHeight,
    visit.reaches,
    visit.goalMemory,
    visit.awaited,
    visit.activeSeconds,
    visit.orders,
  ];
}

/** Written out, in the order of `openVisit`, so that all visits are of one shape in memory. */
function visitOf(
  kept: KeptVisit,
  agent: Agent,
  source: Source,
  past: PastVisits | null,
  client: Client,
): Visit {
  const [id, visitor, robot, segment, openedOn, version, ...times] = kept;
  const [startedAt, endedAt, lastArrival, hits, views, notBounce, entryAt, exitAt, ...rest] = times;
  const [startUrl, referrer, endUrl, userId, params, country, language, ...last] = rest;
  const [screenWidth, screenHeight, reaches, goalMemory, awaited, activeSeconds = 0, orders = null] = last;
  return {
    id,
    visitor,
    robot,
    segment,
    openedOn,
    version,
    startedAt,
    endedAt,
    lastArrival,
    hits,
    views,
    notBounce,
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
    past,
    reaches,
    goalMemory,
    awaited,
    orders,
    earlier: null,
    touchedBy: -1,
  };
}
