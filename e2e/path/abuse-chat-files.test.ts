/** Files of the chat from hostile senders: what they are not, how they are called, and as they come back. */
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BEHIND_PROXY, createSender, idOf, PNG, type Sender } from './abuse-chat-sender.ts';
import { type ChatStage, openChatStage } from './abuse-chat-tools.ts';

let stage: ChatStage;
let url: string;
let sender: Sender;
beforeAll(async () => {
  stage = await openChatStage(BEHIND_PROXY);
  ({ url } = stage);
  sender = createSender(stage);
});
afterAll(() => stage[Symbol.asyncDispose]());

const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
const GIF = Buffer.from(
  '47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b',
  'hex',
);
const ZIP = Buffer.concat([Buffer.from('504b03041400000008000000', 'hex'), deflateRawSync('evil')]);
const HTML = '<!doctype html><script>document.title="pwned"</script>';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';

describe('a file that is not what it says', () => {
  it.each([
    ['a ZIP named .png', 'cat.png', ZIP],
    ['HTML named .png', 'cat.png', HTML],
    ['a picture named .html', 'cat.html', PNG],
    ['a picture named .svg', 'cat.svg', PNG],
    ['SVG as it is', 'cat.svg', SVG],
    ['SVG behind an XML declaration', 'cat.xml', `<?xml version="1.0"?>${SVG}`],
    ['HTML as it is', 'page.html', HTML],
    ['XHTML', 'page.xhtml', HTML],
    ['a script', 'a.js', 'alert(1)'],
    ['a program named .png', 'cat.png', Buffer.from('4d5a900003000000', 'hex')],
    ['a program named .txt', 'readme.txt', Buffer.from('4d5a900003000000', 'hex')],
    ['a Linux program', 'run', Buffer.from('7f454c4602010100', 'hex')],
    ['nothing', 'empty.png', ''],
    ['a document that is a ZIP', 'report.docx', ZIP],
    ['a GIF in the name of a JPEG', 'cat.jpg', GIF],
    ['two endings, the last one wrong', 'cat.png.html', PNG],
    ['a hidden ending', 'cat.html\u0000.png', HTML],
  ])('%s is refused', async (_what, name, body) => {
    const { status, body: answer } = await sender.upload(name, body);
    expect([400, 415]).toContain(status);
    expect(answer.file).toBeUndefined();
  });

  it('whatever type the sender declares: the bytes say it', async () => {
    for (const type of [
      'text/html',
      'image/svg+xml',
      'application/javascript',
      'multipart/form-data; boundary=x',
    ]) {
      const { body } = await sender.upload('cat.png', PNG, { 'content-type': type });
      expect(body.file?.type).toBe('image/png');
    }
  });

  it.each([
    [
      'a GIF that is also a script',
      'cat.gif',
      Buffer.concat([Buffer.from('GIF89a/*'), Buffer.from('*/=1;alert(1)')]),
      'image/gif',
    ],
    ['a JPEG that is also a page', 'cat.jpg', Buffer.concat([JPEG, Buffer.from(HTML)]), 'image/jpeg'],
    ['a PNG that is also an archive', 'cat.png', Buffer.concat([PNG, ZIP]), 'image/png'],
    ['a page that is called text', 'page.txt', HTML, 'text/plain'],
    ['drawing that is called text', 'svg.txt', SVG, 'text/plain'],
    [
      'a PDF with a script',
      'a.pdf',
      '%PDF-1.7 1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>',
      'application/pdf',
    ],
  ])('%s comes back as what it was taken for, and runs nowhere', async (_what, name, body, type) => {
    const sent = await sender.upload(name, body);
    expect(sent.status).toBe(200);
    const { headers, status } = await fetch(`${url}/chat/v1/files/${idOf(sent)}`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe(type);
    expectHarmless(headers, type.startsWith('image/') ? 'inline' : 'attachment');
  });
});

function expectHarmless(headers: Headers, disposition: 'inline' | 'attachment'): void {
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('content-security-policy')).toMatch(/(?:^|; ?)sandbox$/);
  expect(headers.get('content-disposition')).toMatch(new RegExp(`^${disposition}; filename="`));
  expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('set-cookie')).toBeNull();
}

describe('the name of a file', () => {
  it.each([
    ['<img src=x onerror=alert(1)>.png', '_img src=x onerror=alert(1)_.png'],
    ['../../../etc/passwd.png', 'passwd.png'],
    ['C:\\Windows\\evil.png', 'evil.png'],
    ['a"; filename="evil.html".png', 'a_; filename=_evil.html_.png'],
    ['cat\r\nSet-Cookie: a=b\r\n\r\n<b>.png', 'catSet-Cookie_ a=b_b_.png'],
    ['\u202Egnp.cat.png', 'gnp.cat.png'],
    ['...png', 'png.png'],
    [`${'я'.repeat(500)}.png`, `${'я'.repeat(116)}.png`],
    ['%2e%2e%2fcat.png', '%2e%2e%2fcat.png'],
  ])('%j is harmless', async (given, expected) => {
    const sent = await sender.upload(given, PNG);
    expect(sent.body.file?.name).toBe(expected);
    const { headers } = await fetch(`${url}/chat/v1/files/${idOf(sent)}`);
    const disposition = headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^inline; filename="[^"\\]*"; filename\*=UTF-8''[\w!#$&+.^`|~%-]+$/);
    expectHarmless(headers, 'inline');
  });

  it('that is no encoding at all, or is missing, is harmless', async () => {
    for (const header of ['%E0%A4%A', '%', '', '=?utf-8?b?PGI+?=']) {
      const sent = await sender.upload('x', PNG, { 'x-goalpost-file-name': header });
      expect(sent.body.file?.name).toMatch(/\.png$/);
    }
  });
});
