/**
 * Sees to it that the records, the analytics store and the journal belong together before anything is mixed. Each
 * keeps the installation's id and how far its numbers have come; a stamp rises each time that all are told.
 */
import { randomUUID } from 'node:crypto';
import type { Log } from '../../kit/log.ts';
import type { InstallationOlap, InstallationMark } from '../../stores/olap/index.ts';
import type { InstallationRecords, InstallationRow } from '../../stores/records/index.ts';
import { CannotStart } from '../cannot-start.ts';
import { codeOf, compare, type Mismatch, type OtherFacts, type Places, sentenceOf } from './compare.ts';
import { type FolderMark, readFolderMark, writeFolderMark } from './folder-mark.ts';

export interface KnownStoresDeps {
  readonly records: InstallationRecords;
  /** Of the journal. */
  readonly folder: string;
  readonly places: Places;
  /** Codes of mismatches that the operator accepts. */
  readonly accepted: readonly string[];
  readonly log: Log;
}

export interface KnownStores {
  /**
   * Compares all three, and tells each of the others.
   * @throws CannotStart, with what can be done, where they do not belong together and that was not accepted
   */
  meet(olap: InstallationOlap): Promise<void>;
  /** Compares records and journal, while the analytics store is away. @throws CannotStart */
  withoutAnalytics(): Promise<void>;
  /** Segments begun from now on have numbers above this one. */
  segmentsKnown(): number;
  /** Resolves when the journal's folder knows of a change of counters and goals. */
  changed(): Promise<void>;
  /** Tells all once more, if the analytics store takes it in time. */
  close(): Promise<void>;
}

const STAMP_MS = 3_600_000;
/** After a change, so that a row of changes makes one stamp. */
const SOON_MS = 2_000;
const CLOSE_MS = 2_000;
const NOTHING: OtherFacts = { id: null, stamp: 0, goal: 0, changes: 0, unknownCounters: [] };

export async function openKnownStores(deps: KnownStoresDeps): Promise<KnownStores> {
  const { records, folder, log } = deps;
  const found = await readFolderMark(folder);
  if (found === 'damaged')
    log.warn({ folder }, 'What the journal knows of the installation is damaged, and is noted anew.');
  let journal: FolderMark | null = found === 'damaged' ? null : found;
  let row: InstallationRow = (await records.read()) ?? { id: '', stamp: 0, confirmed: 0 };
  if (found === null && row.confirmed > 0)
    log.warn({ folder }, 'The journal is new: hits that waited in the one before are lost.');
  let met: InstallationOlap | null = null;
  let segment = 0;
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();

  async function facts() {
    const { id, stamp, confirmed } = row;
    return { id: id === '' ? null : id, stamp, confirmed, ...(await records.numbers()) };
  }

  async function settle(analytics: OtherFacts | null): Promise<void> {
    const own = await facts();
    const others = [
      ['analytics', analytics],
      ['journal', journal && { ...journal, unknownCounters: [] }],
    ] as const;
    const mismatches = others.flatMap(([name, other]) => (other && compare(own, other, name)) ?? []);
    const first: Mismatch | undefined = mismatches.toSorted((a, b) => rank(a) - rank(b))[0];
    if (first === undefined) return;
    const code = codeOf(own, mismatches);
    if (!deps.accepted.includes(code)) throw new CannotStart(sentenceOf(first, deps.places, code));
    log.warn({ code }, sentenceOf(first, deps.places, code));
    const goals = [own.goal, analytics?.goal ?? 0, journal?.goal ?? 0];
    await records.raiseGoal(Math.max(...goals));
    await records.retire(analytics?.unknownCounters ?? []);
    const stamp = Math.max(own.stamp, analytics?.stamp ?? 0, journal?.stamp ?? 0);
    row = { id: idOf(row), stamp, confirmed: 0 };
    await records.write(row);
    await tellFolder();
  }

  async function tellFolder() {
    const numbers = await records.numbers();
    journal = { id: row.id, stamp: row.stamp, ...numbers };
    await writeFolderMark(folder, journal);
    return numbers;
  }

  async function factsOf(olap: InstallationOlap): Promise<OtherFacts> {
    const mark: InstallationMark | null = await olap.read();
    const since = await olap.numbers(mark?.segment ?? 0);
    segment = Math.max(segment, mark?.segment ?? 0, since.segment);
    const goal = Math.max(mark?.goal ?? 0, since.goal);
    const known = await records.everKnown();
    // Reading every row's counter takes a while: only where another store's rows may be there.
    const look = mark === null || mark.id !== row.id || mark.stamp > row.stamp;
    const strangers = look ? (await olap.counters()).filter((id) => !known.has(id)) : [];
    return { ...(mark ?? NOTHING), goal, unknownCounters: strangers };
  }

  /** Records first, which promise; then the others; then the records note that they have it. */
  async function stamp(olap: InstallationOlap): Promise<void> {
    row = { id: idOf(row), stamp: row.stamp + 1, confirmed: row.confirmed };
    await records.write(row);
    const numbers = await tellFolder();
    segment = Math.max(segment, (await olap.numbers(segment)).segment);
    await olap.write({ id: row.id, stamp: row.stamp, segment, ...numbers });
    row = { ...row, confirmed: row.stamp };
    await records.write(row);
  }

  /** One after the other; what cannot be told now is told the next time. */
  function inTurn(tell: () => Promise<unknown>): Promise<void> {
    last = last.then(tell).then(
      () => undefined,
      (error: unknown) =>
        log.warn({ error: String(error) }, 'The stores cannot be told of each other now; it is tried again.'),
    );
    return last;
  }

  function stampAgain(): Promise<void> {
    const olap = met;
    return olap === null ? Promise.resolve() : inTurn(() => stamp(olap));
  }

  function later(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void stampAgain().then(() => later(STAMP_MS)), ms).unref();
  }

  return {
    async meet(olap) {
      await settle(await factsOf(olap));
      await stamp(olap);
      met = olap;
      later(STAMP_MS);
    },
    withoutAnalytics: () => settle(null),
    segmentsKnown: () => segment,
    async changed() {
      if (row.id !== '') await inTurn(tellFolder);
      if (met !== null) later(SOON_MS);
    },
    async close() {
      clearTimeout(timer);
      const { promise, resolve } = Promise.withResolvers<void>();
      const limit = setTimeout(resolve, CLOSE_MS);
      await Promise.race([stampAgain(), promise]);
      clearTimeout(limit);
    },
  };
}

/** Of several, the one that is told: what else is wrong mostly follows from it. */
function rank({ kind }: Mismatch): number {
  return ['other_installation', 'records_older', 'other_older'].indexOf(kind);
}

function idOf({ id }: InstallationRow): string {
  return id === '' ? randomUUID() : id;
}
