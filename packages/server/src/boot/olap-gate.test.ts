import { expect, it } from 'vitest';
import { OlapUnavailable, type Olap } from '../kit/olap.ts';
import type { OpenOlap } from '../stores/olap/index.ts';
import { createOlapGate } from './olap-gate.ts';

/** A store that starts when told to, and counts how often its tables could not be made. */
function slowStore(failures = 0) {
  const started = Promise.withResolvers<void>();
  let left = failures;
  const statements: string[] = [];
  const olap: Olap = {
    query: async <Row>(sql: string) => (sql.includes('migrations') ? [] : [{ answer: 42 }]) as Row[],
    insert: async () => undefined,
    command: async (sql) => {
      if (left-- > 0) throw new OlapUnavailable('not yet');
      statements.push(sql);
    },
    healthy: async () => true,
    close: async () => undefined,
  };
  const store: OpenOlap = {
    olap,
    ready: () => started.promise,
    target: { url: 'http://nobody' },
    enginePid: () => undefined,
  };
  return { store, statements, start: () => started.resolve() };
}

const warnings: unknown[] = [];
const log = { warn: (...said: unknown[]) => void warnings.push(said), error: () => undefined };

it('a caller waits for a store that is just starting', async () => {
  const { store, start, statements } = slowStore();
  const gate = createOlapGate(store, log, { patienceMs: 60_000 });
  expect(await gate.olap.healthy()).toBe(false);
  const asked = gate.olap.query('SELECT 42 AS answer', {});
  expect(statements).toEqual([]);
  start();
  expect(await asked).toEqual([{ answer: 42 }]);
  expect(statements.length).toBeGreaterThan(0);
  expect(await gate.olap.healthy()).toBe(true);
  await gate.close();
});

it('a caller is told when the store does not come', async () => {
  const gate = createOlapGate(slowStore().store, log, { patienceMs: 10 });
  await expect(gate.olap.insert('hits', '{}\n', 'token')).rejects.toThrow(OlapUnavailable);
  await gate.close();
});

it('tables that could not be made are tried again', async () => {
  warnings.length = 0;
  const { store, start } = slowStore(1);
  const gate = createOlapGate(store, log as never, { patienceMs: 60_000 });
  start();
  expect(await gate.olap.query('SELECT 42 AS answer', {})).toEqual([{ answer: 42 }]);
  expect(warnings).toHaveLength(1);
  await gate.close();
});

it('tables of a newer version are left alone, and that is said once [A13]', async () => {
  const { store, start, statements } = slowStore();
  const gate = createOlapGate(
    { ...store, olap: { ...store.olap, query: async <Row>() => [{ id: '9999-of-tomorrow' }] as Row[] } },
    log,
    { patienceMs: 10 },
  );
  start();
  expect(await gate.refused).toMatch(/^The analytics store was changed by a newer .*\(9999-of-tomorrow\)/);
  await expect(gate.olap.insert('hits', '{}\n', 'token')).rejects.toThrow(OlapUnavailable);
  expect(statements).toHaveLength(1);
  await gate.close();
});
