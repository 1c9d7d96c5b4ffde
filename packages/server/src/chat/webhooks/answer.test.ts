import { describe, expect, it } from 'vitest';
import { learnedFrom } from './answer.ts';

const learned = (answer: unknown) => learnedFrom(JSON.stringify(answer));

it('takes contacts and facts', () => {
  const answer = {
    result: 'ok',
    contact_info: { name: ' Ann ', email: 'ann@crm.example', phone: '1', description: 'VIP' },
    custom_data: [{ title: 'Orders', content: '12', link: 'https://crm.example/1' }],
    crm_link: 'https://crm.example/1',
    enable_assign: true,
  };
  expect(learned(answer)).toEqual({
    contact: { name: 'Ann', email: 'ann@crm.example', phone: '1', description: 'VIP' },
    custom: [{ title: 'Orders', content: '12', link: 'https://crm.example/1' }],
  });
});

describe('takes nothing from', () => {
  it.each([
    ['nothing', ''],
    ['a page', '<html>ok</html>'],
    ['half an answer', '{"result":"ok","contact_info":{"name":"A'],
    ['a list', '[]'],
    ['null', 'null'],
    ['another result', '{"result":"error","contact_info":{"name":"A"}}'],
    ['a result alone', '{"result":"ok"}'],
    ['wrong shapes', '{"result":"ok","contact_info":[1],"custom_data":{"a":1}}'],
    [
      'empty fields',
      '{"result":"ok","contact_info":{"name":"  ","email":""},"custom_data":[{"content":" "}]}',
    ],
  ])('%s', (_name, body) => {
    expect(learnedFrom(body)).toBeNull();
  });
});

it('leaves out only what is wrong', () => {
  const answer = {
    result: 'ok',
    contact_info: { name: 'x'.repeat(256), email: 7, phone: '1', __proto__: { polluted: true }, id: 'admin' },
    custom_data: [
      'text',
      { content: 7 },
      { title: 'a', content: 'x'.repeat(1_001) },
      { title: '<b>', content: '<script>', link: 'javascript:alert(1)' },
      { content: 'b', link: ' https://spaces.example' },
      { content: 'c', link: 'HTTP://crm.example', extra: 1 },
    ],
  };
  expect(learned(answer)).toEqual({
    contact: { phone: '1' },
    custom: [
      { title: '<b>', content: '<script>' },
      { content: 'b' },
      { content: 'c', link: 'HTTP://crm.example' },
    ],
  });
});

it('takes ten facts at most', () => {
  const custom_data = Array.from({ length: 30 }, (_, index) => ({ content: `fact ${index}` }));
  expect(learned({ result: 'ok', custom_data })?.custom).toEqual(custom_data.slice(0, 10));
});
