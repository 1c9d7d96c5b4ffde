/** A library that is there and does not load is said once, instead of started again for ever [A60]. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { ENGINE_PROGRAM, startEngineProcess } from './engine-process.ts';
import { EngineUnloadable } from './unloadable.ts';

const leftToClose: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of leftToClose.splice(0).toReversed()) await close();
});

/** The real program, where loading the engine's package comes to this. */
const program = (fate: string): string[] => [
  '--import',
  `data:text/javascript,${encodeURIComponent(
    `import { registerHooks } from 'node:module';
     registerHooks({ resolve(name, context, next) { if (name === 'chdb') { ${fate} } return next(name, context); } });`,
  )}`,
  ENGINE_PROGRAM,
];

it.each([
  [
    `throw new Error('no native binding for this machine.\\n at a stack')`,
    'no native binding for this machine',
  ],
  [`throw new Error('libchdb.so: cannot open shared object file')`, 'cannot open shared object file'],
  [`throw new SyntaxError('Invalid or unexpected token')`, 'Invalid or unexpected token'],
  [`process.kill(process.pid, 'SIGILL'); for (;;);`, 'SIGILL'],
  [`process.kill(process.pid, 'SIGBUS'); for (;;);`, 'SIGBUS'],
  [`process.kill(process.pid, 'SIGSEGV'); for (;;);`, 'SIGSEGV'],
])('[A60] %s', async (fate, said) => {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'goalpost-unloadable-'));
  leftToClose.push(() => rm(dataDir, { recursive: true, force: true }));
  let downs = 0;
  const engine = startEngineProcess({ dataDir, program: program(fate), events: { down: () => downs++ } });
  leftToClose.push(() => engine.close());
  const refusal = await engine.ready().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(EngineUnloadable);
  expect(String(refusal)).toContain(said);
  expect(String(refusal)).toContain('GOALPOST_CLICKHOUSE_URL');
  expect(String(refusal)).not.toContain('stack');
  expect(downs).toBe(2);
  expect(engine.pid()).toBeUndefined();
  await expect(engine.ready()).rejects.toBeInstanceOf(EngineUnloadable);
});
