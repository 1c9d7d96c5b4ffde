import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createAudit } from './audit.ts';
import type { AuditRecord, AuditStore } from './port.ts';

const documented = readFileSync(path.join(import.meta.dirname, '../../../../docs/sign-in.md'), 'utf8');
const [, pattern = ''] = /^failregex = (.+)$/m.exec(documented) ?? [];
const failregex = new RegExp(pattern.replace('<HOST>', String.raw`(?<host>[0-9a-fA-F.:]+)`));

function start(store: Partial<AuditStore> = {}) {
  const lines: string[] = [];
  const kept: AuditRecord[] = [];
  const log = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line: string) => lines.push(line.trimEnd()) },
  );
  const audit = createAudit({
    store: {
      add: async (record) => void kept.push(record),
      list: async () => [],
      trim: async () => undefined,
      ...store,
    },
    clock: { now: () => 5 },
    log,
  });
  return { audit, lines, kept };
}

const failed = { subject: 'sign_in', verb: 'failed', accountId: null, address: '2001:db8::7' } as const;

it.each([
  'owner@example.com',
  '","address":"192.0.2.1","account":"x',
  'x","msg":"sign-in failed"}\n{"level":40,"time":"","address":"192.0.2.1","account":"',
  '\\',
  'a\u2028b\u0000c',
  '',
])('[A16] an account of any letters bans no other address: %j', (login) => {
  const { audit, lines } = start();
  audit.signIn({ ...failed, login });
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('\n');
  expect(failregex.exec(lines[0] ?? '')?.groups?.['host']).toBe('2001:db8::7');
});

it('[A17] says in the log what it cannot write, and goes on', async () => {
  let isAway = true;
  const written: string[] = [];
  const { audit, lines } = start({
    add: async ({ login }) => {
      if (isAway) throw new Error('away');
      written.push(login);
    },
  });
  audit.signIn({ ...failed, verb: 'done', login: 'lost@example.com' });
  await audit.idle();
  isAway = false;
  audit.signIn({ ...failed, verb: 'done', login: 'kept@example.com' });
  await audit.idle();
  expect(lines.join()).toMatch(/lost@example\.com.*an entry of the audit log is lost/);
  expect(written).toEqual(['kept@example.com']);
});
