import { describe, expect, it } from 'vitest';
import { readConfig } from './reader.ts';

const GIVEN = {
  GOALPOST_S3_ENDPOINT: 'https://s3.eu-central-1.amazonaws.com',
  GOALPOST_S3_BUCKET: 'shop-chat.files',
  GOALPOST_S3_ACCESS_KEY: 'AKIDEXAMPLE',
  GOALPOST_S3_SECRET_KEY: 'secret/key+of=the',
};
const problemsOf = (environment: Record<string, string>): readonly string[] => {
  const reading = readConfig(environment);
  return reading.ok ? [] : reading.problems;
};

it('a bucket is taken, with a region and a style that most storages understand', () => {
  const settings = {
    endpoint: 'https://s3.eu-central-1.amazonaws.com',
    bucket: 'shop-chat.files',
    accessKey: 'AKIDEXAMPLE',
    secretKey: 'secret/key+of=the',
  };
  expect(readConfig(GIVEN)).toMatchObject({
    ok: true,
    config: { bucket: { ...settings, region: 'us-east-1', pathStyle: true } },
  });
  const more = { GOALPOST_S3_REGION: 'auto', GOALPOST_S3_PATH_STYLE: '0' };
  expect(readConfig({ ...GIVEN, ...more })).toMatchObject({
    ok: true,
    config: { bucket: { ...settings, region: 'auto', pathStyle: false } },
  });
  expect(readConfig({})).toMatchObject({ ok: true, config: { bucket: null } });
});

it.each(Object.keys(GIVEN))('without %s the others are not enough', (missing) => {
  const rest = Object.fromEntries(Object.entries(GIVEN).filter(([name]) => name !== missing));
  expect(problemsOf(rest)).toEqual([`${missing} must be set too, as ${Object.keys(rest)[0]} is.`]);
});

it('a region alone asks for all the others', () => {
  expect(problemsOf({ GOALPOST_S3_REGION: 'auto' })).toEqual(
    Object.keys(GIVEN).map((name) => `${name} must be set too, as GOALPOST_S3_REGION is.`),
  );
});

it('a bucket cannot be in the name of a host that has none', () => {
  for (const endpoint of ['http://127.0.0.1:9000', 'http://[::1]:9000']) {
    const settings = { ...GIVEN, GOALPOST_S3_ENDPOINT: endpoint };
    expect(problemsOf(settings)).toEqual([]);
    expect(problemsOf({ ...settings, GOALPOST_S3_PATH_STYLE: '0' })).toEqual([
      'GOALPOST_S3_PATH_STYLE must be 1 where GOALPOST_S3_ENDPOINT has no host name.',
    ]);
  }
});

describe('a wrong setting names itself, and not its value', () => {
  it.each([
    ['GOALPOST_S3_ENDPOINT', 's3.example'],
    ['GOALPOST_S3_ENDPOINT', 'ftp://s3.example'],
    ['GOALPOST_S3_ENDPOINT', 'https://key:secret@s3.example'],
    ['GOALPOST_S3_ENDPOINT', 'https://s3.example/?bucket=a'],
    ['GOALPOST_S3_BUCKET', '../other'],
    ['GOALPOST_S3_BUCKET', 'a/b'],
    ['GOALPOST_S3_BUCKET', 'x'],
    ['GOALPOST_S3_REGION', 'two words'],
    ['GOALPOST_S3_ACCESS_KEY', 'with/slash'],
    ['GOALPOST_S3_SECRET_KEY', 'two words'],
    ['GOALPOST_S3_PATH_STYLE', 'yes'],
  ])('%s=%s', (name, value) => {
    const problems = problemsOf({ ...GIVEN, [name]: value });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name} must .+\\.$`))]);
    expect(problems.join(' ')).not.toContain(value);
  });
});
