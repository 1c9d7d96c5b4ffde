/** A file in each of the ways that it may come, and in broken ones. */
import { expect, it } from 'vitest';
import { readFileBody } from './file-body.ts';

const part = (name: string, value: string): string =>
  `--x\r\nContent-Disposition: form-data; name="${name}"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n${value}\r\n`;

it('[G122] comes as a part of a form, as the body itself, or in JSON', async () => {
  const file = 'Date,UTMSource\r\n\r\n--y\r\n1,2\r\n';
  const form = new FormData();
  form.append('comment', 'hello');
  form.append('file', new Blob([file], { type: 'text/csv' }), 'costs.csv');
  const sent = new Response(form);
  const type = sent.headers.get('content-type') ?? '';
  const expected = { ok: true, value: { file } };
  expect(readFileBody(type, await sent.text())).toEqual(expected);
  expect(
    readFileBody('multipart/form-data; boundary="x"', `${part('other', '1')}${part('file', file)}--x--`),
  ).toEqual(expected);
  expect(readFileBody('text/csv; charset=utf-8', file)).toEqual(expected);
  expect(readFileBody('application/json', JSON.stringify({ file }))).toEqual(expected);
  expect(readFileBody('', JSON.stringify({ file }))).toEqual(expected);
});

it.each([
  ['multipart/form-data', part('file', '1')],
  ['multipart/form-data; boundary=x', part('other', '1')],
  ['multipart/form-data; boundary=x', part('file', '1')],
  ['multipart/form-data; boundary=x', `--x--\r\n${part('file', '1')}--x--`],
  ['multipart/form-data; boundary=x', ''],
  ['multipart/form-data; boundary=x', '--x\r\nno head\r\n--x--'],
])('%s without such a part is refused: %j', (type, text) => {
  expect(readFileBody(type, text)).toEqual({ ok: false, why: 'the form has no part "file"', place: 'file' });
});

it('a form of very many parts is read once', () => {
  const parts = '--x\r\n'.repeat(2_000_000);
  const read = readFileBody('multipart/form-data; boundary=x', `${parts}${part('file', '1')}--x--`);
  expect(read).toEqual({ ok: true, value: { file: '1' } });
});
