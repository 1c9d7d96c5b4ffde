/** Visits as lines of a checkpoint. What visits share is written once, before the first that needs it. */
import type { PastVisits, Source } from '../ports.ts';
import { agentOf, type Agent, type AgentFields } from '../steps/device/agent.ts';
import type { Visit } from './visit.ts';

type Kept = Omit<Visit, 'agent' | 'source' | 'past' | 'earlier' | 'touchedBy'>;
type KeptPast = readonly [
  visits: number,
  firstVisitAt: number,
  lastVisitAt: number,
  first: number,
  significant: number,
  significantAt: number,
];

export type VisitLine =
  | readonly ['agent', number: number, AgentFields]
  | readonly ['source', number: number, Source]
  | readonly ['visit', counterId: number, agent: number, source: number, past: KeptPast | null, Kept];

export function createVisitWriter(): (counterId: number, visit: Visit) => Iterable<VisitLine> {
  const agents = new Map<Agent, number>();
  const sources = new Map<string, number>();

  function* agentNumber(agent: Agent): Generator<VisitLine, number> {
    const known = agents.get(agent);
    if (known !== undefined) return known;
    agents.set(agent, agents.size);
    const { columns: _, ...fields } = agent;
    yield ['agent', agents.size - 1, fields];
    return agents.size - 1;
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
    const { agent, source, past, earlier: _, touchedBy: __, ...kept } = visit;
    const agentPlace = yield* agentNumber(agent);
    const sourcePlace = yield* sourceNumber(source);
    yield ['visit', counterId, agentPlace, sourcePlace, yield* keptPast(past), kept];
  };
}

interface Found {
  readonly counterId: number;
  readonly visit: Visit;
}

/** The reader of one dump; null for lines that are no visits of their own. */
export function createVisitReader(): (line: VisitLine) => Found | null {
  const agents: Agent[] = [];
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
    else if (line[0] === 'source') sources[line[1]] = line[2];
    else {
      const [, counterId, agent, source, past, kept] = line;
      const visit = {
        ...kept,
        agent: at(agents, agent),
        source: at(sources, source),
        past: pastOf(past),
        earlier: null,
        touchedBy: -1,
      };
      return { counterId, visit };
    }
    return null;
  };
}

function at<T>(list: readonly T[], place: number): T {
  const found = list[place];
  if (found === undefined) throw new Error('a visit of the checkpoint refers to what is not in it');
  return found;
}
