/** What processing promises, in whichever thread it runs. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nodeDisk } from '../journal/file-system.ts';
import { type Journal, JOURNAL_LIMITS, JournalUnavailable, openJournal } from '../journal/journal.ts';
import type { JournalRecord } from '../journal-record.ts';
import { Stopped } from '../../kit/retry.ts';
import { COUNTER, counterConfig, silent, testFolder } from '../test-collection.ts';
import type { OpenProcessing, Processing, ProcessingHost, StoredSegment } from './port.ts';
import { awayPath, insertedIn } from './test-processing.ts';

/** However busy the machine is. */
const WAIT = { timeout: 120_000 };

export function processingContract(name: string, open: OpenProcessing): void {
  let dir: string;
  let processing: Processing;
  let journal: Journal;
  let stored: StoredSegment[];
  let asided: number;

  async function start(host: Partial<ProcessingHost> = {}): Promise<void> {
    const settings = { dir, segmentsKnown: 0, schedule: { everyMs: 0, everyBytes: 1 } };
    processing = await open(settings, {
      log: silent,
      nextSegment: () => journal.nextNumber(),
      settings: () => [{ k: 'c', t: 0, config: counterConfig() }],
      makeGoal: () => Promise.resolve(null),
      stored: (segment) => void stored.push(segment),
      setAside: (hits) => void (asided += hits),
      ...host,
    });
    const { firstNumber, previous } = processing.start;
    const onClosed = processing.enqueue;
    const limits = JOURNAL_LIMITS;
    journal = await openJournal({
      dir,
      disk: nodeDisk,
      firstNumber,
      previous,
      limits,
      log: silent,
      onClosed,
    });
    processing.run();
  }

  async function stop(): Promise<void> {
    await journal.close();
    await processing.stop();
  }

  const hit = (q: string): JournalRecord => ({ k: 'h', c: COUNTER, t: 1, q, a: '', v: '1' });
  async function write(...queries: string[]): Promise<number> {
    await Promise.all(queries.map((q) => journal.append(hit(q))));
    return journal.roll();
  }
  const rows = () =>
    insertedIn(dir).flatMap(({ lines }) =>
      lines
        .split('\n')
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as { q: string }).q),
    );

  describe(`processing ${name}`, () => {
    beforeEach(async () => {
      dir = await testFolder();
      stored = [];
      asided = 0;
    });
    afterEach(async () => {
      await stop();
      await rm(dir, { recursive: true, force: true });
    });

    it('[V29] stores what is journaled, and tells of each segment before it counts as settled', async () => {
      await start();
      const first = await write('n=a', 'n=b');
      await processing.settled(first);
      expect(stored.map(({ number }) => number)).toEqual([first]);
      expect([...(stored[0]?.notes ?? [])]).toEqual([[1, { duplicate: 2 }]]);
      expect(rows()).toEqual(['n=a', 'n=b']);
      expect(processing.state()).toMatchObject({ backlogBytes: 0, backlogSegments: 0, storing: true });
    });

    it('[V29] takes up what the last run left, once', async () => {
      await start();
      await writeFile(awayPath(dir), '');
      await processing.settled(await write('n=a').then((number) => number - 1));
      await vi.waitUntil(() => !processing.state().storing, WAIT);
      expect(processing.state().backlogSegments).toBe(1);
      const waiting = processing.settled(journal.lastClosed());
      const told = expect(waiting).rejects.toThrow(Stopped);
      await stop();
      await told;
      await rm(awayPath(dir));
      await start();
      expect(processing.start.changed).toEqual([COUNTER]);
      expect(processing.start.waiting.length).toBeGreaterThan(0);
      await processing.settled(await write('n=b'));
      expect(rows()).toEqual(['n=a', 'n=b']);
      await stop();
      await start();
      await processing.settled(await write('n=c'));
      expect(rows()).toEqual(['n=a', 'n=b', 'n=c']);
    });

    it('says that the store takes rows again', async () => {
      await start();
      await writeFile(awayPath(dir), '');
      const number = await write('n=a');
      await vi.waitUntil(() => !processing.state().storing, WAIT);
      await rm(awayPath(dir));
      await processing.settled(number);
      await vi.waitUntil(() => processing.state().storing, WAIT);
    });

    it('asks for goals, and waits while they cannot be made', async () => {
      const asked: string[] = [];
      await start({
        makeGoal(counterId, entry) {
          asked.push(`${counterId} ${entry}`);
          return asked.length === 1
            ? Promise.reject(new JournalUnavailable('the disk is full'))
            : Promise.resolve(null);
        },
      });
      await processing.settled(await write('goal=x'));
      expect(asked).toEqual([`${COUNTER} x`, `${COUNTER} x`]);
      expect([rows(), asided]).toEqual([['goal=x'], 0]);
    });

    it('sets a hit aside that a bug keeps from being processed, wherever the bug is', async () => {
      const makeGoal = () => Promise.reject(new TypeError('cannot read properties of undefined'));
      await start({ makeGoal });
      await processing.settled(await write('n=a', 'goal=x', 'n=b'));
      expect(rows()).toEqual(['n=a', 'n=b']);
      await vi.waitUntil(() => asided === 1, WAIT);
    });

    it('[V30] does not call its ordinary end a fault', async () => {
      await start();
      let failed = false;
      void processing.failed.then(() => (failed = true));
      await processing.settled(await write('n=a'));
      await stop();
      expect(failed).toBe(false);
      await start();
    });

    it('says what the disk says of a folder that cannot be used', async () => {
      await start();
      await stop();
      const gone = { dir: `${dir}/none`, segmentsKnown: 0, schedule: { everyMs: 0, everyBytes: 1 } };
      const host: ProcessingHost = {
        log: silent,
        nextSegment: () => 1,
        settings: () => [],
        makeGoal: () => Promise.resolve(null),
        stored() {},
        setAside() {},
      };
      await expect(open(gone, host)).rejects.toMatchObject({ code: 'ENOENT' });
      await mkdir(gone.dir);
      await start();
    });
  });
}
