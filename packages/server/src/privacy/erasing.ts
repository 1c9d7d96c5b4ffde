/** Erases people by steps that can be done again, so that a kill loses nothing [P13]. */
import type { Forgotten } from '../collect/index.ts';
import type { Clock } from '../kit/clock.ts';
import type { FaultLog } from '../kit/log.ts';
import { claimDue, CLAIM_MS } from '../kit/outbox/port.ts';
import type { Scrubbing } from './scrubbing.ts';
import type {
  ErasureStore,
  Person,
  PersonMentions,
  PersonRecords,
  PersonVisits,
  StoredErasure,
} from './port.ts';

export interface ErasingDeps {
  readonly erasures: ErasureStore;
  readonly records: PersonRecords;
  readonly visits: PersonVisits;
  readonly mentions: PersonMentions;
  readonly scrubbing: Scrubbing;
  /** Of the chat, in their place. */
  removeFile(id: string): Promise<void>;
  /** Consoles that show the person hear that they are gone [P51]. */
  told(counterId: number, person: Person): void;
  forget(counterId: number, visitors: readonly string[]): Promise<Forgotten>;
  readonly clock: Clock;
  readonly log: FaultLog;
  readonly node: string;
}

export interface Erasing {
  /** Does what waits; one run at a time. */
  resume(): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

const AT_ONCE = 20;

export function createErasing(deps: ErasingDeps): Erasing {
  const { erasures, records, visits, mentions, scrubbing, clock, log, node } = deps;
  let running: Promise<void> = Promise.resolve();

  /** With what they wrote after they were found: it would be left with no one to find it by. */
  async function whole(counterId: number, found: Person): Promise<Person> {
    const now = await records.belongings(counterId, { visitors: [], people: found.people });
    return {
      ...found,
      conversations: [...new Set([...found.conversations, ...now.conversations])],
      files: [...new Set([...found.files, ...now.files])],
    };
  }

  async function erase({ id, counterId, person: found }: StoredErasure): Promise<void> {
    const person = found === null ? null : await whole(counterId, found);
    if (person !== null) {
      for (const file of person.files) await deps.removeFile(file);
      await records.remove(counterId, person);
      deps.told(counterId, person);
      await mentions.remove(counterId, person);
      // Who writes before they have a number is no visitor, and reports know the conversation.
      await visits.removeConversations(counterId, person.conversations);
      if (person.visitors.length > 0) {
        const { segment } = await deps.forget(counterId, person.visitors);
        await visits.remove(counterId, person.visitors, segment);
      }
    }
    const byHand = person === null ? [] : await mentions.left(counterId, person);
    await erasures.finish(id, clock.now(), byHand);
    await scrubbing.owe();
  }

  async function run(): Promise<void> {
    await scrubbing.resume();
    const now = clock.now();
    const claim = { node, until: now + CLAIM_MS };
    for (const erasure of await claimDue(erasures, ({ id }) => id, now, AT_ONCE, claim)) {
      try {
        await erase(erasure);
      } catch (error) {
        log.warn(
          { error: String(error), erasure: erasure.id },
          'An erasure is not done yet, and is tried again.',
        );
        await erasures.postpone(erasure.id, (error as Error).message);
      }
    }
  }

  return {
    resume: () =>
      (running = running
        .then(run)
        .catch((error: unknown) =>
          log.warn({ error: String(error) }, 'Which erasures wait cannot be asked now.'),
        )),
    idle: () => running,
  };
}
