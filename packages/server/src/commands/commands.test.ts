/** What `goalpost …` answers to wrong words, and what each command says of itself. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS, runCommand } from './run-command.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'goalpost-commands-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function goalpost(args: readonly string[], environment: Record<string, string> = {}) {
  const said: string[] = [];
  const complained: string[] = [];
  const started: string[] = [];
  const code = await runCommand(args, {
    environment: { GOALPOST_DATA: join(folder, 'data'), ...environment },
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
    programs: {
      start: () => Promise.resolve(started.push('start')),
      demo: () => Promise.resolve(started.push('demo')),
    },
  });
  return { code, said: said.join('\n'), complained: complained.join('\n'), started };
}

it.each(COMMANDS.map(({ name }) => name))('%s has help, and refuses what it does not know', async (name) => {
  const help = await goalpost([name, '--help']);
  expect(help).toMatchObject({ code: 0, complained: '', started: [] });
  expect(help.said).toContain(`goalpost ${name}`);
  expect((await goalpost(['--help'])).said).toContain(`goalpost ${name}`);
  expect((await goalpost(['help', name])).said).toBe(help.said);
  const wrong = await goalpost([name, '--no-such-flag']);
  expect(wrong).toMatchObject({ code: 2, started: [] });
  expect(wrong.complained).toMatch(
    new RegExp(`^Unknown option '--no-such-flag'\\. See "goalpost ${name} --help"\\.$`),
  );
});

it('every option of a command is in its help', () => {
  for (const { name, options, usage } of COMMANDS)
    for (const option of Object.keys(options))
      expect([name, usage.join('\n')]).toEqual([name, expect.stringContaining(`--${option}`)]);
});

it.each<[string[], RegExp]>([
  [['bakcup'], /^goalpost has no command "bakcup"\. Did you mean "backup"\? See "goalpost --help"\.$/],
  [['x'], /^goalpost has no command "x"\. See/],
  [['version', 'now'], /^goalpost version does not take "now"/],
  [['backup', '--keep-days', '0'], /^--keep-days must be a whole number from 1 to 36500, and is "0"\.$/],
  [['backup', '--keep-days', '1e9'], /^--keep-days must be a whole number/],
  [['backup'], /^Where are the backups\? Name a folder with --to,/],
  [['restore'], /^Where are the backups\? Name a folder with --from,/],
  [['backup', '--to', 'ftp://x/y'], /^ftp:\/\/x\/y is no place for backups/],
  [['backup', '--to', 's3://bucket'], /needs GOALPOST_S3_ENDPOINT/],
  [['backup', '--to', '/tmp/none'], /^There is no data folder .*: name it by GOALPOST_DATA\.$/],
  [['mcp', '--url', 'http://127.0.0.1:9'], /^GOALPOST_TOKEN must hold an API token/],
  [['restore', '--from', '/tmp/none-at-all'], /^There is no backup in \/tmp\/none-at-all\.$/],
])('%j is refused in one sentence, and makes nothing', async (args, sentence) => {
  const ran = await goalpost(args);
  expect(ran.code).toBeGreaterThan(0);
  expect(ran.complained).toMatch(sentence);
  expect(ran.complained.split('\n')).toHaveLength(1);
  expect(readdirSync(folder)).toEqual([]);
});

describe('settings of backups', () => {
  it.each<[Record<string, string>, RegExp]>([
    [{ GOALPOST_BACKUP_KEEP_DAYS: '0' }, /GOALPOST_BACKUP_KEEP_DAYS must be a number of days/],
    [{ GOALPOST_BACKUP_EVERY_HOURS: '24' }, /GOALPOST_BACKUP_TO must be set too/],
    [{ GOALPOST_BACKUP_KEY: 'short' }, /GOALPOST_BACKUP_KEY must have from 16/],
    [{ GOALPOST_BACKUP_KEY_FILE: '/none/at/all' }, /GOALPOST_BACKUP_KEY_FILE \/none\/at\/all cannot be read/],
    [{ GOALPOST_BACKUP_TO: 'ftp://x' }, /GOALPOST_BACKUP_TO must be a folder/],
  ])('%j', async (environment, sentence) => {
    const ran = await goalpost(['doctor'], environment);
    expect(ran).toMatchObject({ code: 1, said: '' });
    expect(ran.complained).toMatch(sentence);
  });
});

it('start and demo hand over to their programs', async () => {
  expect(await goalpost(['start'])).toMatchObject({ code: null, started: ['start'] });
  expect(await goalpost(['demo'])).toMatchObject({ code: null, started: ['demo'] });
});
