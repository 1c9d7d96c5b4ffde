import { WEBHOOK_FAULTS } from '@goalpost/contract/chat';
import { expect, it } from 'vitest';
import { ApiFailure } from '../../api/http.ts';
import { addingFault, addressFault, faultIn, hintOf } from './webhooks-faults.ts';

it.each([
  ['https://crm.example/hook', null],
  ['HTTP://localhost:8080', null],
  ['https://[2001:db8::1]/x?y=1', null],
  ['', 'wrong'],
  ['crm.example/hook', 'wrong'],
  ['https://', 'wrong'],
  ['https:crm.example', 'wrong'],
  ['ftp://crm.example', 'wrong'],
  ['javascript:alert(1)', 'wrong'],
  ['https://crm example/', 'wrong'],
])('the address %j: %s', (address, fault) => {
  expect(addressFault(address)).toBe(fault);
});

it('knows the server’s refusals, and leaves others in its words', () => {
  const refusal = (error_type: 'invalid_parameter' | 'conflict' | 'limit_exceeded', message = '') =>
    addingFault(new ApiFailure(400, message, [{ error_type, message, location: 'webhook.url' }]));
  expect(refusal('invalid_parameter', `${WEBHOOK_FAULTS.private}, unless …`)).toBe('private');
  expect(refusal('invalid_parameter', 'Wrong value.')).toBe('wrong');
  expect(refusal('conflict')).toBe('taken');
  expect(refusal('limit_exceeded')).toBe('many');
  expect(addingFault(new ApiFailure(503, 'busy'))).toBeNull();
  expect(addingFault(new Error('a bug'))).toBeNull();
});

it.each([
  [`${WEBHOOK_FAULTS.certificate}: CERT_HAS_EXPIRED`, 'certificate'],
  [WEBHOOK_FAULTS.timeout, 'timeout'],
  ['500 No such host', null],
  ['', null],
])('why there was no answer: %j', (answer, fault) => {
  expect(faultIn(answer)).toBe(fault);
});

it.each([
  ['301 Moved Permanently', 'redirect'],
  ['401', 'denied'],
  ['403 Forbidden', 'denied'],
  ['404 Not Found', 'missing'],
  ['410 Gone', 'gone'],
  ['422 Unprocessable {"error":"500 things"}', 'refused'],
  ['429 Too Many Requests', 'busy'],
  ['503', 'broken'],
  ['200 OK', null],
  ['5000 things', null],
  ['No such host', null],
])('what the answer %j asks for', (answer, hint) => {
  expect(hintOf(answer)).toBe(hint);
});
