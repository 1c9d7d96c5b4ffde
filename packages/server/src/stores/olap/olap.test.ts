/** Runs the contract of the analytics store on the embedded engine and on a ClickHouse server. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOlap } from './clickhouse.ts';
import { registerOlapContract } from './olap.contract.ts';
import { openOlap } from './open.ts';
import { OlapUnavailable } from '../../kit/olap.ts';
import { startTestClickHouse, type TestClickHouse } from './test-clickhouse.ts';

describe('embedded engine', () => {
  registerOlapContract(async () => {
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'goalpost-olap-'));
    const opened = openOlap({ dataDir, clickhouseUrl: null, memoryBytes: 1024 ** 3 });
    await opened.ready();
    return {
      olap: opened.olap,
      async close() {
        await opened.olap.close();
        await rm(dataDir, { recursive: true, force: true });
      },
    };
  });
});

describe('ClickHouse server', () => {
  let server: TestClickHouse;
  let databases = 0;
  beforeAll(async () => {
    server = await startTestClickHouse();
  });
  afterAll(() => server.close());

  registerOlapContract(() => {
    databases += 1;
    const { olap } = openOlap({ dataDir: '/unused', clickhouseUrl: `${server.url}/test_${databases}` });
    return Promise.resolve({ olap, close: () => olap.close() });
  });
});

describe('a store that is not there', () => {
  it('rejects at once and is not healthy', async () => {
    for (const target of [
      { url: 'http://127.0.0.1:1' },
      { url: 'http://engine', socketPath: '/nonexistent.sock' },
    ]) {
      const olap = createOlap(target);
      await expect(olap.query('SELECT 1', {})).rejects.toBeInstanceOf(OlapUnavailable);
      await expect(olap.insert('hits', '{}\n', 'x')).rejects.toBeInstanceOf(OlapUnavailable);
      await expect(olap.command('SELECT 1')).rejects.toBeInstanceOf(OlapUnavailable);
      expect(await olap.healthy()).toBe(false);
      await olap.close();
    }
  });
});
