/** What stops a backup or a restore from outside is a sentence; a bug stays what it is. */
import { expect, it } from 'vitest';
import { OlapTimeout, OlapUnavailable } from '../kit/olap.ts';
import { RecordsUnavailable } from '../kit/records.ts';
import { BackupRefused, refusedBy } from './refusal.ts';

const system = (code: string, path?: string) =>
  Object.assign(new Error(code), { code, syscall: 'open', ...(path === undefined ? {} : { path }) });

it.each<[string, unknown, string]>([
  ['a full disk', system('ENOSPC', '/data/x'), 'It stopped: the disk is full.'],
  ['a quota', system('EDQUOT'), 'It stopped: the disk is full.'],
  [
    'a file of another user',
    system('EACCES', '/data/backup.last'),
    'It stopped: permission denied for /data/backup.last.',
  ],
  ['no permission', system('EPERM'), 'It stopped: permission denied.'],
  ['a disk that is read-only', system('EROFS'), 'It stopped: the file system is read-only.'],
  ['a disk that fails', system('EIO'), 'It stopped: EIO at open.'],
  [
    'an analytics store that is full',
    new OlapUnavailable('The disk of the analytics store is full.'),
    'It stopped: The disk of the analytics store is full.',
  ],
  ['an analytics store that is slow', new OlapTimeout('Too slow.'), 'It stopped: Too slow.'],
  [
    'records that are away, within another error',
    new Error('x', { cause: new RecordsUnavailable('They are away.') }),
    'It stopped: They are away.',
  ],
])('[K12] %s', (_name, error, sentence) => {
  const refused = refusedBy(error, 'It stopped');
  expect(refused).toBeInstanceOf(BackupRefused);
  expect(refused.message).toBe(sentence);
});

it('a refusal, and a bug, stay as they are', () => {
  for (const error of [new BackupRefused('No.'), new TypeError('x is not a function')])
    expect(refusedBy(error, 'It stopped')).toBe(error);
});
