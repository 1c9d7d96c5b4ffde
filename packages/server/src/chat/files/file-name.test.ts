import { describe, expect, it } from 'vitest';
import { cleanName, extensionOf } from './file-name.ts';

describe('a file’s name', () => {
  it.each([
    [encodeURIComponent('Счёт № 7.pdf'), 'Счёт № 7.pdf'],
    ['..%2F..%2Fetc%2Fpasswd', 'passwd'],
    ['C:\\Users\\ann\\photo.png', 'photo.png'],
    [encodeURIComponent('<img src=x onerror=alert(1)>.png'), '_img src=x onerror=alert(1)_.png'],
    [encodeURIComponent('gnp.\u202Eexe'), 'gnp.exe'],
    [encodeURIComponent('a\r\nSet-Cookie: b.txt'), 'aSet-Cookie_ b.txt'],
    ['%00%01', 'file'],
    ['', 'file'],
    ['...', 'file'],
    ['.htaccess', 'htaccess'],
    ['100%.txt', '100%.txt'],
    [encodeURIComponent('  two   words .txt '), 'two words .txt'],
  ])('%s → %s', (header, name) => {
    expect(cleanName(header)).toBe(name);
  });

  it('is cut before its extension, between characters', () => {
    const name = cleanName(encodeURIComponent(`${'😀'.repeat(300)}.png`));
    expect(Array.from(name)).toHaveLength(120);
    expect(name.endsWith('😀.png')).toBe(true);
    expect(name).toBe(name.toWellFormed());
  });

  it.each([
    ['a.PNG', 'png'],
    ['a.tar.gz', 'gz'],
    ['a', ''],
    ['.png', ''],
    ['a.', ''],
    ['a.not an extension', ''],
  ])('%s has the extension "%s"', (name, extension) => {
    expect(extensionOf(name)).toBe(extension);
  });
});
